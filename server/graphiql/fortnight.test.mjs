// node --test server/graphiql/fortnight.test.mjs
import assert from 'node:assert/strict';
import test from 'node:test';
import './fortnight.js';

const run = (title, minutes) => ({ title, sport: 'RUN', durationSeconds: minutes * 60 });

test('the days fill from the events', () => {
  const f = globalThis.createFortnight('2026-12-30', 3);
  assert.deepEqual(f.days.map((day) => day.date), ['2026-12-30', '2026-12-31', '2027-01-01']);
  assert.equal(f.take({ __typename: 'StageStarted' }), '');
  assert.equal(f.take({ __typename: 'LockKept', session: { date: '2026-12-31', start: '18:00', workout: run('Locked', 60) } }), '2026-12-31');
  const proposed = { date: '2026-12-31', start: '06:30', workout: run('Easy', 30), resolved: { durationSeconds: 2000 }, rationale: 'because' };
  assert.equal(f.take({ __typename: 'SessionProposed', session: proposed }), '2026-12-31');
  assert.deepEqual(f.days[1].sessions, [
    { start: '06:30', title: 'Easy', sport: 'RUN', minutes: 33, locked: false, reason: 'because' },
    { start: '18:00', title: 'Locked', sport: 'RUN', minutes: 60, locked: true, reason: '' },
  ]);
  assert.equal(f.take({ __typename: 'SessionReplaced', date: '2026-12-31', before: run('Easy', 30), after: run('Easier', 25) }), '2026-12-31');
  assert.equal(f.days[1].sessions[0].title, 'Easier');
  assert.equal(f.take({ __typename: 'SessionReplaced', date: '2026-12-31', before: run('Easier', 25), after: null }), '2026-12-31');
  assert.deepEqual(f.days[1].sessions.map((session) => session.title), ['Locked']);
  assert.equal(f.take({ __typename: 'RestProposed', date: '2027-01-01', rationale: 'tired' }), '2027-01-01');
  assert.equal(f.days[2].rest, 'tired');
  f.take({ __typename: 'RuleChecked', check: { passed: true } });
  f.take({ __typename: 'RuleChecked', check: { passed: false } });
  f.take({ __typename: 'RuleChecked', check: { passed: false, insufficientData: true } });
  assert.deepEqual(f.checks, { held: 1, broken: 1 });
  assert.equal(f.decisions, 9);
});

test('what is outside the days, or gone, is no fault', () => {
  const f = globalThis.createFortnight('2026-12-30', 1);
  assert.equal(f.take({ __typename: 'SessionProposed', session: { date: '2026-12-29', start: '06:30', workout: null, rationale: '' } }), '');
  assert.equal(f.take({ __typename: 'SessionProposed', session: { date: '2026-12-30', start: '06:30', workout: null, rationale: '' } }), '2026-12-30');
  assert.equal(f.days[0].sessions[0].title, 'a workout that is gone');
});

test('the calendar has the last word', () => {
  const f = globalThis.createFortnight('2026-12-30', 1);
  f.take({ __typename: 'SessionProposed', session: { date: '2026-12-30', start: '06:30', workout: run('Easy', 30), rationale: 'because' } });
  f.settle({ days: [{ date: '2026-12-30', locked: false, sessions: [{ start: '07:00', lock: 'EVERYTHING', workout: run('Other', 40) }] }] });
  assert.deepEqual(f.days[0].sessions.map(({ start, title, minutes, locked }) => ({ start, title, minutes, locked })),
    [{ start: '07:00', title: 'Other', minutes: 40, locked: true }]);
});
