// A coach reads two athletes through each client with its default cache, which never shows one of them what is the other's.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { acts } from './acts.mjs';
import { variablesOf, readableFields, selectedFields } from './documents.mjs';
import { entities, examine, interleaved, listening, mixed } from './mixing.mjs';
import { relay } from './relay.mjs';
import { openSetting } from './setting.mjs';
import { mixing, tampering } from './tamper.mjs';
import { differences, sender } from './wire.mjs';

const setting = await openSetting();
after(setting.close);
const { operations, world } = setting;
const truth = world.coach.send;
const reads = interleaved(operations, world.athletes);

test('the documents select every field that can be read', () => {
  const selected = selectedFields(setting.schema.schema, setting.document);
  assert.deepEqual([...readableFields(setting.schema.schema)].filter((field) => !selected.has(field) && !field.startsWith('__')), []);
});

test('one document asks a run for all fields of all its decisions', async () => {
  const { runId, failedId } = world.athletes[0].values, kinds = new Set();
  for (const id of [runId, failedId]) {
    const events = await setting.watch(operations.coachRunSubscription, { runId: id });
    assert.deepEqual(events.map(({ planEvents }) => planEvents.sequence), events.map((_, n) => n + 1));
    for (const { planEvents } of events) kinds.add(planEvents.__typename);
  }
  const expected = ['StageStarted', 'StageFinished', 'LockKept', 'TargetsSet', 'CandidatesRetrieved', 'SessionProposed', 'RuleChecked', 'RunSucceeded', 'RunFailed'];
  assert.deepEqual(expected.filter((kind) => !kinds.has(kind)), []);
});

test('an athlete and the coach hold the same of what both may see', async () => {
  const [{ token, values }] = world.athletes;
  const [own, coachs] = await Promise.all([token, world.coach.token].map(async (viewer) => {
    const client = setting.open('Apollo Client 4', { token: viewer });
    for (const { operation, athlete } of reads) if (athlete?.values === values) await client.read(operation, values);
    return client.records();
  }));
  const both = Object.keys(own).filter((key) => key !== 'ROOT_QUERY' && key in coachs);
  assert.ok(both.length > 100, `${both.length} records of both`);
  assert.deepEqual(both.flatMap((key) => differences({ [key]: own[key] }, { [key]: coachs[key] })), []);
});

for (const name of ['Apollo Client 3', 'Apollo Client 4', 'urql Graphcache', 'Relay']) {
  test(name, async (t) => {
    const client = setting.open(name), [low, high] = world.athletes;
    const shown = (query, { values }) => client.cached(operations[query], values);
    const part = (title, run) => t.test(title, async () => {
      const { heard } = await listening(run);
      assert.deepEqual(heard.filter((words) => !ofValues(words)), [], 'the client complains');
    });

    await part('reads both and mixes nothing', async () => assert.deepEqual(await examine(client, truth, reads), []));
    await part('shows each their own numbers', () => theirOwn(shown, low, high));
    await part('shows a session as it is beside what a run saw of it', () => snapshots(shown, low, high));
    await part('shows no one what is the other\'s', () => nothingOf(client, low, high));
    await part('shows what it writes to one at once, and nothing of it to the other', () => writes(client, low, high));
    await part('watches a run of each at once', () => watches(client, low, high));
    await part('holds in the end what the server says', async () => assert.deepEqual(await examine(client, truth, reads, { readBefore: true }), []));
    if (client.records) await part('holds of both the sum of what it holds of each', () => sums(name, low, high));
    if (client.environment) await part('fetches again by id, and page by page', () => refetches(client, low, high));
    for (const [what, how] of Object.entries(mixing)) await t.test(`${how.by.includes(name) ? 'notices' : 'can tell'} ${what}`, () => control(name, how));
  });
}

// ofValues says whether Graphcache only remarks that something has no id which is to have none, a type without an id field, or Apollo Client 3 that
// a list of such has become shorter: what wants attention no more. It is replaced whole, and nothing is lost.
function ofValues(words) {
  if (/^Cache data may be lost [\s\S]* attention User /.test(words)) return true;
  const type = /^Invalid key: [\s\S]* `keys` config for `(\w+)`/.exec(words)?.[1];
  return type !== undefined && !setting.schema.schema.getType(type).getFields().id;
}

async function theirOwn(shown, ...athletes) {
  const want = { Low: { watts: [144, 162], kilograms: 42.5, limit: 72, ftpWatts: 180 }, High: { watts: [256, 288], kilograms: 97.5, limit: 46, ftpWatts: 320 } };
  const workouts = [], hashes = new Set();
  for (const athlete of athletes) {
    const { workout, resolved } = (await shown('coachSessionQuery', athlete)).session, [ride, , lift] = resolved.blocks;
    const { low, high } = ride.steps[0].steps[0].target.watts;
    assert.deepEqual({
      watts: [low, high], kilograms: lift.steps[0].sets[0].kilograms,
      limit: (await shown('coachRulesQuery', athlete)).rules.find(({ rule }) => rule.id === athlete.values.overriddenId).limit,
      ftpWatts: (await shown('coachAthleteQuery', athlete)).athlete.profile.ftpWatts,
    }, want[athlete.name]);
    workouts.push(workout);
    hashes.add((await shown('coachCalendarQuery', athlete)).calendar.certificate.hash);
  }
  assert.deepEqual(workouts[0], workouts[1], 'what a workout is in itself');
  assert.equal(hashes.size, 2);
}

// snapshots finds the sessions that a failed run names as they were, locked, and the one that was given back since as it is.
async function snapshots(shown, ...athletes) {
  for (const athlete of athletes) {
    const { conflicts } = (await shown('coachFailedQuery', athlete)).planRun.certificate;
    const [first, second] = conflicts.find(({ rules }) => rules[0].id === 'INT-1').sessions; // too hard, too soon
    assert.deepEqual([first.lock, second.lock, first.session.lock, second.session.lock], ['EVERYTHING', 'EVERYTHING', null, 'EVERYTHING']);
  }
}

// nothingOf reads all that the cache holds of each: no text of the other, and nothing with an identity that both have but what is
// everybody's, and the coach.
async function nothingOf(client, ...athletes) {
  const held = [];
  for (const athlete of athletes) {
    const own = reads.filter((read) => read.athlete === athlete);
    held.push(await Promise.all(own.map(({ operation, values }) => client.cached(operation, values))));
  }
  const texts = held.map((data) => JSON.stringify(data)), [ofLow, ofHigh] = held.map((data) => entities(data));
  assert.ok(texts[0].includes('of Low') && texts[1].includes('of High'));
  assert.ok(!texts[0].includes('of High') && !texts[1].includes('of Low'));
  const everybodys = /^(Workout|Rule|Exercise|SessionFamily):/;
  assert.deepEqual([...ofLow].filter((entity) => ofHigh.has(entity) && !everybodys.test(entity)), [`User:${world.coach.id}`]);
}

async function writes(client, low, high) {
  const others = reads.filter((read) => read.athlete === high);
  const cached = () => Promise.all(others.map(({ operation, values }) => client.cached(operation, values)));
  const before = await cached();
  for (const act of acts) {
    await client.write(operations[act.mutation], { ...low.values, ...act.with });
    assert.deepEqual(act.shown(await client.cached(operations[act.query], low.values), low.values), act.want, act.mutation);
    assert.deepEqual(differences(await cached(), before), [], `${act.mutation} changed what is the other's`);
  }
  const { scheduleSession } = await client.write(operations.coachScheduleMutation, high.values);
  await client.write(operations.coachRemoveMutation, { sessionId: scheduleSession.session.id });
}

async function watches(client, ...athletes) {
  const runs = [];
  for (const { values } of athletes) runs.push((await client.write(operations.coachPlanMutation, values)).generatePlan.run.id);
  const streams = await Promise.all(runs.map((runId) => client.watch(operations.coachRunSubscription, { runId })));
  for (const [n, runId] of runs.entries()) {
    assert.deepEqual(differences(streams[n], await setting.watch(operations.coachRunSubscription, { runId })), []);
    assert.equal(streams[n].at(-1).planEvents.__typename, 'RunSucceeded');
  }
}

async function sums(name, ...athletes) {
  const records = await Promise.all([athletes, ...athletes.map((athlete) => [athlete])].map(async (whose) => {
    const client = setting.open(name);
    for (const { operation, values } of interleaved(operations, whose)) await client.read(operation, values);
    return client.records();
  }));
  assert.deepEqual(mixed(...records), []);
}

async function refetches({ environment }, ...athletes) {
  const { compiled } = setting, fetched = (name, variables) => relay.fetchQuery(environment, compiled[name], variables).toPromise();
  const look = (name, variables) => environment.lookup(relay.createOperationDescriptor(compiled[name], variables).fragment).data;
  const cursors = athletes.map(() => null);
  for (const [n, { values: { athleteId } }] of [...athletes.entries(), ...athletes.entries(), ...athletes.entries()]) {
    cursors[n] = (await fetched('coachPagesQuery', { athleteId, first: 6, after: cursors[n] })).activities.pageInfo.endCursor;
  }
  for (const { values } of athletes) {
    const listed = look('coachPagesQuery', { athleteId: values.athleteId, first: 6, after: null }).activities.edges.map(({ node }) => node.id);
    const { activities } = await truth(operations.coachActivitiesQuery, variablesOf(operations.coachActivitiesQuery, values));
    assert.deepEqual(listed, activities.edges.map(({ node }) => node.id));
  }
  for (const { values: { sessionId } } of athletes) {
    const { session } = await fetched('coachScreenQuery', { sessionId });
    await truth(operations.coachLockSessionMutation, { sessionId });
    await fetched('coachScreenRefetchQuery', { id: sessionId });
    assert.equal(environment.lookup(relay.getSingularSelector(compiled.coachScreen, session)).data.lock, 'EVERYTHING');
    await truth(operations.coachUnlockSessionMutation, { sessionId });
  }
}

async function control(name, { change, by }) {
  const fetch = tampering(change), send = sender(setting.server.http, world.coach.token, fetch);
  const some = ['coachSessionQuery', 'coachRulesQuery', 'coachAthleteQuery'];
  const { result } = await listening(() => examine(setting.open(name, { fetch }), send, interleaved(operations, world.athletes, some)));
  assert.equal(result.length > 0, by.includes(name), result.join('\n'));
}
