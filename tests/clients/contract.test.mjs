// The contract beside the one that was announced last: what breaks a client is announced in CHANGELOG.md, or this fails.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { diff, CriticalityLevel } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const builtin = 'directive @oneOf on INPUT_OBJECT\ndirective @specifiedBy(url: String!) on SCALAR\n';
const schemaOf = (text) => buildSchema(text + builtin);

// unreleased returns the part of the changelog about what is not released yet.
function unreleased(changelog) {
  const [, part] = /^## Unreleased\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(changelog) ?? [];
  assert.ok(part, 'CHANGELOG.md has no part "## Unreleased"');
  return part;
}

// breaking returns the paths of what breaks clients between two schemas, each with what the change is.
async function breaking(before, after) {
  const changes = await diff(before, after);
  return changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking).map(({ path, message }) => ({ path, message }));
}

test('what breaks clients is announced', async () => {
  const announced = unreleased(read('CHANGELOG.md'));
  const missing = (await breaking(schemaOf(read('tests/clients/released.graphql')), schemaOf(read('schema.graphqls'))))
    .filter(({ path }) => !announced.includes(`\`${path}\``));
  assert.deepEqual(missing.map(({ path, message }) => `\`${path}\`: ${message}`), [],
    'these changes break clients of the release: name each path in CHANGELOG.md under "## Unreleased", or deprecate and keep what they take away');
});

test('a change that breaks clients is seen, and one that does not is none', async () => {
  const released = 'type Query { me: User age(of: ID, in: Unit = YEARS): Int! }\ntype User { id: ID! }\nenum Unit { YEARS DAYS }\n';
  const changed = async (from, to) => {
    assert.ok(released.includes(from), from);
    return (await breaking(schemaOf(released), schemaOf(released.replace(from, to)))).map(({ path }) => path);
  };
  assert.deepEqual(await changed('me: User', 'me: User you: User'), []);
  assert.deepEqual(await changed('me: User', 'me: User @deprecated(reason: "ask athlete")'), []);
  assert.deepEqual(await changed('age(of: ID,', 'age(now: Boolean, of: ID,'), []);
  assert.deepEqual(await changed('me: User', ''), ['Query.me']);
  assert.deepEqual(await changed('me: User', 'me: [User]'), ['Query.me']);
  assert.deepEqual(await changed('age(of: ID,', 'age(now: Boolean!, of: ID,'), ['Query.age.now']);
  assert.deepEqual(await changed('age(of: ID,', 'age(of: ID!,'), ['Query.age.of']);
  assert.deepEqual(await changed('Int!', 'Int'), ['Query.age']);
  assert.deepEqual(await changed('YEARS DAYS', 'YEARS'), ['Unit.DAYS']);
});
