// node --test server/graphiql/session.test.mjs
import assert from 'node:assert/strict';
import test from 'node:test';
import './session.js';

const session = () => globalThis.createSession();

test('a token is learnt from any answer and fills the header', () => {
  const s = session();
  assert.deepEqual(s.headers({ 'X-Other': '1' }), { 'X-Other': '1' });
  s.learn({ data: { logIn: { accessToken: 'first' } } });
  assert.deepEqual(s.headers(undefined), { Authorization: 'Bearer first' });
  s.learn({ data: { me: null }, errors: [{ message: 'accessToken' }] });
  assert.equal(s.accessToken, 'first');
  s.learn({ data: { signUp: { accessToken: 'second' } } });
  assert.equal(s.headers({ Authorization: 'Bearer ' }).Authorization, 'Bearer second');
});

test('the header editor wins', () => {
  const s = session();
  s.learn({ data: { logIn: { accessToken: 'learnt' } } });
  assert.deepEqual(s.headers({ authorization: 'Bearer own' }), { Authorization: 'Bearer own' });
});

test('signing out forgets the token', () => {
  const s = session();
  for (const leave of [() => s.signOut(), () => s.learn({ data: { logOut: { ok: true } } })]) {
    s.learn({ data: { logIn: { accessToken: 'a' } } });
    leave();
    assert.deepEqual(s.headers({}), {});
  }
});

test('the last run fills an empty runId and nothing else', () => {
  const s = session();
  assert.deepEqual(s.variables({ runId: '' }), { runId: '' });
  s.learn({ data: { generatePlan: { run: { id: 'r1' } } } });
  assert.deepEqual(s.variables({ runId: '', id: '', input: { runId: '' }, list: [{ runId: 'kept' }], n: null }),
    { runId: 'r1', id: '', input: { runId: 'r1' }, list: [{ runId: 'kept' }], n: null });
  s.learn({ data: { planEvents: { runId: 'r2' } } });
  assert.equal(s.runId, 'r2');
  assert.equal(s.variables(undefined), undefined);
});
