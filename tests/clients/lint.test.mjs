// graphql-eslint's recommended and relay rules over the contract, and its recommended ones over the documents of the package. What is not as a rule has it is
// said here, with why.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import plugin from '@graphql-eslint/eslint-plugin';
import { ESLint } from 'eslint';

const root = new URL('../../', import.meta.url);
const read = (name) => readFileSync(new URL(name, root), 'utf8');
const sets = (...names) => Object.assign({}, ...names.map((name) => plugin.configs[`flat/${name}`].rules));
const rule = (name) => `@graphql-eslint/${name}`;

// Rules that are turned off or loosened, each with its reason.
const otherwise = {
  [rule('description-style')]: {
    as: 'off', why: 'a description of one line stands in quotes on its line, a longer one as a block: the rule knows one style for all',
  },
  [rule('strict-id-in-types')]: {
    as: 'off', why: 'what has no identity of its own is a value and has no id; TestWhatHasAnIDIsANode holds which is which',
  },
  [rule('relay-arguments')]: {
    as: ['error', { includeBoth: false }], why: 'pages are read forwards, with first and after',
  },
  [rule('relay-edge-types')]: {
    as: ['error', { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false }],
    why: 'short lists with a bound are lists, and nodes of a page stand beside its edges; how well a workout fits a text is a value',
  },
};

const loosened = (rules) => Object.fromEntries(Object.entries(rules).map(([name, how]) => [name, otherwise[name]?.as ?? how]));

const documents = 'clients/javascript/src/documents/';

// linter looks at texts by rules, against a schema and the documents of the package.
function linter(rules, schema) {
  const graphQLConfig = { schema, documents: `${documents}*.graphql` };
  const overrideConfig = [{ files: ['**/*.graphql'], plugins: { '@graphql-eslint': plugin }, languageOptions: { parser: plugin.parser, parserOptions: { graphQLConfig } }, rules }];
  const eslint = new ESLint({ cwd: fileURLToPath(root), overrideConfigFile: true, overrideConfig });
  return async (text, filePath) => (await eslint.lintText(text, { filePath }))[0].messages.map(({ ruleId, line, message }) => ({ ruleId, line, message }));
}

const ofSchemas = sets('schema-recommended', 'schema-relay');
// The parser looks for files that are called .graphql, so the contract is handed on as a text.
const contract = read('schema.graphqls');

test('the contract is as the rules have it', async () => {
  assert.deepEqual(await linter(loosened(ofSchemas), contract)(contract, 'contract.graphql'), []);
});

test('no rule is turned off for nothing', async () => {
  const found = new Set((await linter(ofSchemas, contract)(contract, 'contract.graphql')).map(({ ruleId }) => ruleId));
  assert.deepEqual([...found].sort(), Object.keys(otherwise).sort());
});

test('what is not as a rule has it is seen', async () => {
  const amiss = {
    [rule('naming-convention')]: ['  me: User', '  getMe: User'],
    [rule('relay-page-info')]: ['  hasPreviousPage: Boolean!', '  hasEarlierPage: Boolean!'],
    [rule('relay-connection-types')]: ['type UserConnection {\n  "The page, each with its cursor."\n  edges: [UserEdge!]!', 'type UserConnection {\n  "The page, each with its cursor."\n  edges: UserEdge!'],
    [rule('relay-arguments')]: ['athletes(\n    "How many, 1 to 100."\n    first: Int = 20', 'athletes(\n    "How many, 1 to 100."\n    many: Int = 20'],
    [rule('no-unreachable-types')]: ['"What can be read."', '"Nobody\'s."\ntype Nobodys {\n  "Opaque."\n  id: ID!\n}\n\n"What can be read."'],
    [rule('require-description')]: ['"What can be read."\n', ''],
    [rule('require-deprecation-reason')]: [' @deprecated(reason: "athlete { id } says it.")', ' @deprecated'],
  };
  for (const [name, [from, to]] of Object.entries(amiss)) {
    assert.ok(contract.includes(from), from);
    const text = contract.replace(from, to), found = await linter(loosened(ofSchemas), text)(text, 'contract.graphql');
    assert.ok(found.some(({ ruleId }) => ruleId === name), `${name}: ${JSON.stringify(found)}`);
  }
});

test('the documents of the package are as the rules have it', async () => {
  const names = readdirSync(new URL(documents, root));
  assert.ok(names.length >= 4);
  const look = linter(sets('operations-recommended'), contract);
  for (const name of names) assert.deepEqual(await look(read(documents + name), documents + name), [], name);
  const faulty = 'query Me {\n  me {\n    name\n  }\n  limits {\n    nothing\n  }\n}\n';
  assert.deepEqual((await look(faulty, `${documents}account.graphql`)).map(({ ruleId }) => ruleId).sort(), [rule('fields-on-correct-type'), rule('require-selections')]);
});
