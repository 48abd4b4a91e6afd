// What every client does, from its sign-up on, over a network that is cut while it watches.
import assert from 'node:assert/strict';
import { differences } from './wire.mjs';
import { variablesOf } from './documents.mjs';
import { addDays } from './world.mjs';

const week = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'].map((weekday) => ({ weekday, from: '06:00', to: '21:00' }));
const cutAfter = 5; // events

// athlete signs up, plans, watches, is cut off and resumes, locks, meets conflicts of both kinds, applies a repair and replaces a session. What the
// client shows in the end, without having asked again, is what the server says to `truth`.
export async function athlete({ name, open, network, operations, today, senderOf }) {
  const stranger = open({}), { signUp } = await stranger.write(operations.flowSignUpMutation, { email: `${name.replace(/\W/g, '-').toLowerCase()}@example.org` });
  const client = open({ token: signUp.accessToken }), truth = senderOf(signUp.accessToken);
  const past = Array.from({ length: 12 }, (_, n) => ({ date: addDays(today, -2 * n - 1), start: '07:00', sport: 'RUN', durationSeconds: 2700, rpe: 4, externalId: `run-${n}` }));
  const event = { name: 'City 10 km', date: addDays(today, 60), sport: 'RUN', priority: 'A', format: 'RUN_10K' };
  await client.write(operations.flowBeginMutation, { availability: week, event, past });
  const run = (await client.write(operations.flowPlanMutation, {})).generatePlan.run.id;
  await watched(client, operations.flowWatchSubscription, run, network, truth);

  const at = { from: today }, write = (operation, values) => client.write(operations[operation], { ...at, ...values });
  const shown = async () => (client.cached ? client.cached(operations.flowCalendarQuery, at) : client.read(operations.flowCalendarQuery, at));
  const { calendar } = await client.read(operations.flowCalendarQuery, at);
  const sessions = calendar.days.flatMap((day) => day.sessions).filter(({ date, status }) => date > today && status === 'PLANNED');
  assert.ok(sessions.length >= 5, `${sessions.length} sessions are planned`);
  const sessionOf = (data, id) => data.calendar.days.flatMap((day) => day.sessions).find((session) => session.id === id);

  const [locked] = sessions;
  await write('flowLockMutation', { session: locked.id, revision: calendar.revision });
  assert.equal(sessionOf(await shown(), locked.id).lock, 'EVERYTHING');
  // What it showed first is not what stands now: whoever acts by that is told.
  await assert.rejects(async () => write('flowLockMutation', { session: sessions[1].id, revision: calendar.revision }), (error) => codeOf(error) === 'CONFLICT');

  await replaced(client, operations, write, sessions.slice(1), shown, sessionOf);
  await repaired(client, operations, write, at, shown);

  // What is compared is what the client holds, or reads, and what nobody's cache has been at.
  const want = await truth(operations.flowCalendarQuery, at);
  assert.deepEqual(differences(await shown(), want), []);
}

// watched sees every event of a run once, in order, though the network is cut amid them.
async function watched(client, operation, run, network, truth) {
  const seen = [];
  let cuts = 0;
  for (let tries = 0; ; tries++) {
    try {
      await client.watch(operation, { run, after: seen.at(-1) ?? 0 }, ({ planEvents }) => {
        seen.push(planEvents.sequence);
        if (seen.length === cutAfter && cuts++ === 0) network.cut();
      });
      break;
    } catch (error) {
      assert.ok(tries === 0 && cuts === 1 && !client.resumes, `it is cut off once, and this is no cut: ${error.stack ?? JSON.stringify(error)}`);
    }
  }
  assert.equal(cuts, 1);
  const { planRun } = await truth('query($run: ID!) { planRun(id: $run) { status events(first: 500) { nodes { sequence } } } }', { run });
  assert.equal(planRun.status, 'SUCCEEDED');
  assert.deepEqual(seen, planRun.events.nodes.map(({ sequence }) => sequence));
}

async function replaced(client, operations, write, sessions, shown, sessionOf) {
  for (const { id } of sessions) {
    const { session } = await client.read(operations.flowInsteadQuery, { session: id });
    if (session.alternatives.length === 0) continue;
    const [{ workout }] = session.alternatives;
    await write('flowReplaceMutation', { session: id, workout: workout.id });
    assert.equal(sessionOf(await shown(), id).workout.title, workout.title);
    return;
  }
  assert.fail('nothing fits in place of any session');
}

// repaired locks what cannot stand together, is told so, and takes the way out that takes a locked session away.
async function repaired(client, operations, write, { from }, shown) {
  const { workouts } = await client.read(operations.flowHardQuery, {});
  const hard = [8, 9].map((ahead) => ({ date: addDays(from, ahead), start: '20:00', workoutId: workouts.nodes[0].id }));
  const { scheduleSessions } = await write('flowHardMutation', { sessions: hard });
  for (const { id } of scheduleSessions.sessions) await write('flowLockMutation', { session: id });
  const before = (await shown()).calendar.certificate;
  assert.ok(before.conflicts.length > 0, 'two hard days that are locked stand beside each other');
  const [{ message, repairs }] = before.conflicts;
  const { token } = repairs.find(({ kind, unlock }) => kind === 'REMOVE' && unlock);
  await write('flowRepairMutation', { token });
  const { conflicts } = (await shown()).calendar.certificate;
  assert.deepEqual(conflicts.filter((conflict) => conflict.message === message), []);
}

// coach reads all athletes at once.
export async function coach({ open, operations, token, senderOf }) {
  const client = open({ token });
  const read = await client.read(operations.flowAthletesQuery, {}), shown = client.cached ? await client.cached(operations.flowAthletesQuery, {}) : read;
  const want = await senderOf(token)(operations.flowAthletesQuery, {});
  assert.deepEqual([...differences(read, want), ...differences(shown, want)], []);
  assert.equal(want.athletes.nodes.length, 20);
  for (const { calendar } of want.athletes.nodes) assert.ok(calendar.days.some(({ sessions }) => sessions[0]?.workout.blocks[0].steps.length > 0));
}

// codeOf finds the code of an error where each client keeps it.
function codeOf(error) {
  const [first] = [error.errors, error.graphQLErrors, error.source?.errors].find((list) => Array.isArray(list)) ?? [];
  return first?.extensions?.code ?? /"code":"(\w+)"/.exec(error.message)?.[1];
}
