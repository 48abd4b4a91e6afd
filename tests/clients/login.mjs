// What @fortnight/client promises of a log-in and of streams, each with a server behind it.
import assert from 'node:assert/strict';
import WebSocket from 'ws';
import { createFortnight, FortnightError, memoryStore } from '../../clients/javascript/dist/index.js';
import { CalendarChangedDocument, CalendarDocument, MeDocument, ScheduleSessionDocument, WhatIfDocument } from '../../clients/javascript/dist/documents.js';
import { sender } from './wire.mjs';

const spoilt = (tokens) => ({ ...tokens, accessToken: `${tokens.accessToken}x` });
const later = () => new Date(Date.now() + 600_000).toISOString();

const open = [];
const opened = (fortnight) => {
  open.push(fortnight);
  return fortnight;
};

// closeAll closes what the promises have opened, kept or not.
export const closeAll = () => Promise.all(open.splice(0).map((fortnight) => fortnight.close()));

// signedUp returns a client of a new account, what it has sent, and its store.
async function signedUp(address, email) {
  const sent = [], tokens = memoryStore();
  const fetch = (url, init) => {
    sent.push({ url, authorization: new Headers(init?.headers).get('authorization'), body: init?.body ?? '' });
    return globalThis.fetch(url, init);
  };
  const fortnight = opened(createFortnight({ url: address.http, webSocketImpl: WebSocket, tokens, fetch }));
  await fortnight.signUp({ email, password: 'a long enough password', name: 'Robin' });
  const renewals = () => sent.filter(({ body }) => body.includes('refreshTokens')).length;
  return { fortnight, sent, tokens, renewals };
}

export const promises = {
  async 'a token that is refused is renewed once for all who ask'(address) {
    const { fortnight, tokens, renewals } = await signedUp(address, 'refused@example.org');
    tokens.save({ ...spoilt(tokens.load()), expiresAt: later() });
    const answers = await Promise.all([1, 2, 3].map(() => fortnight.ask(MeDocument)));
    assert.deepEqual(answers.map(({ me }) => me.name), ['Robin', 'Robin', 'Robin']);
    assert.equal(renewals(), 1);
  },

  async 'a token that is about to end is renewed before it is sent'(address) {
    const { fortnight, sent, tokens, renewals } = await signedUp(address, 'ending@example.org');
    const { accessToken } = tokens.load();
    tokens.save({ ...tokens.load(), expiresAt: new Date(Date.now() + 5_000).toISOString() });
    await fortnight.ask(MeDocument);
    assert.equal(renewals(), 1);
    assert.ok(!sent.some(({ authorization }) => authorization === `Bearer ${accessToken}`));
  },

  async 'two tabs that share a store stay logged in'(address) {
    const { fortnight, tokens } = await signedUp(address, 'tabs@example.org');
    const other = opened(createFortnight({ url: address.http, webSocketImpl: WebSocket, tokens }));
    tokens.save({ ...spoilt(tokens.load()), expiresAt: later() });
    const answers = await Promise.all([fortnight, other, fortnight, other].map((tab) => tab.ask(MeDocument)));
    assert.ok(answers.every(({ me }) => me.name === 'Robin'));
    assert.ok(fortnight.session.signedIn && other.session.signedIn);
  },

  async 'a log-in that has ended elsewhere ends here, and whoever listens is told'(address) {
    const { fortnight, tokens } = await signedUp(address, 'ended@example.org');
    const other = createFortnight({ url: address.http, webSocketImpl: WebSocket });
    other.session.begin(tokens.load());
    await other.logOut();
    let told = 0;
    fortnight.session.onChange(() => told++);
    await assert.rejects(fortnight.ask(CalendarDocument, {}), (error) => error instanceof FortnightError && error.code === 'UNAUTHENTICATED');
    assert.deepEqual([fortnight.session.signedIn, told], [false, 1]);
  },

  async 'a stream with a token that is refused goes on with a new one'(address) {
    const { fortnight, tokens, renewals } = await signedUp(address, 'stream@example.org');
    tokens.save({ ...spoilt(tokens.load()), expiresAt: later() });
    for await (const { calendarChanged } of fortnight.watch(CalendarChangedDocument, { after: 99_999 })) {
      assert.equal(calendarChanged.days.length, 14);
      break;
    }
    assert.equal(renewals(), 1);
  },

  async 'what changes while a stream is cut off is told when it is back'(address, network) {
    const { fortnight, tokens } = await signedUp(network, 'cut@example.org');
    const other = opened(createFortnight({ url: address.http, webSocketImpl: WebSocket, tokens })); // by another way
    const { calendar } = await fortnight.ask(CalendarDocument, {}), { revision: after } = calendar;
    const { workouts } = await sender(address.http, tokens.load().accessToken)('{ workouts(filter: {sports: [RUN]}, first: 1) { nodes { id } } }');
    const put = (n) => other.ask(ScheduleSessionDocument, { input: { date: calendar.days[n].date, start: '18:00', workoutId: workouts.nodes[0].id } });
    const days = [];
    const stream = fortnight.watch(CalendarChangedDocument, { after });
    const next = async () => {
      for (;;) {
        const { value } = await stream.next();
        const shown = value.calendarChanged.days.filter(({ sessions }) => sessions.length > 0).map(({ date }) => date);
        if (shown.length > 0) return shown;
      }
    };
    const first = next();
    await put(3);
    days.push(...await first);
    const second = next();
    network.cut();
    await put(5);
    days.push(...await second);
    await stream.return();
    assert.deepEqual([...new Set(days)].sort(), [calendar.days[3].date, calendar.days[5].date]);
  },

  async 'faults say what is wrong'(address) {
    const { fortnight } = await signedUp(address, 'faults@example.org');
    await assert.rejects(fortnight.ask(WhatIfDocument, { input: { days: 99 } }), ({ code, fields }) => code === 'BAD_USER_INPUT' && fields.length > 0);
    assert.throws(() => fortnight.subscribe(MeDocument, {}, {}), /me is no subscription that can go on/);
    await assert.rejects(createFortnight({ url: 'http://127.0.0.1:1/graphql', webSocketImpl: WebSocket }).ask(MeDocument), ({ code, message }) => code === undefined && message.includes('did not answer'));
  },

  async 'a token is shown to no other address'(address) {
    const { fortnight, sent } = await signedUp(address, 'other@example.org');
    await fortnight.fetch(address.http.replace('/graphql', '/healthz'));
    assert.deepEqual([sent.at(-1).url.endsWith('/healthz'), sent.at(-1).authorization], [true, null]);
  },
};
