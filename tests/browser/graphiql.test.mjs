// Does what a new user does: starts the server, opens GraphiQL, runs the example tabs in order and watches the plan being made, while the
// demo runs in a second terminal.
import assert from 'node:assert/strict';
import { spawn, execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const data = mkdtempSync(join(tmpdir(), 'fortnight-browser-'));
let server, browser, address, environment;

const freePort = () => new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});

async function until(what, ready, seconds) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await new Promise((done) => setTimeout(done, 100))) {
    if (await ready().catch(() => false)) return;
  }
  throw new Error(`${what} took longer than ${seconds} s`);
}

function start() {
  let printed = '';
  server = spawn('bin/fortnight', ['serve'], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  server.stderr.on('data', (text) => { printed += text; });
  return () => printed;
}

before(async () => {
  address = `127.0.0.1:${await freePort()}`;
  environment = { ...process.env, FORTNIGHT_ADDR: address, FORTNIGHT_DATA: data, DATABASE_URL: '', FORTNIGHT_MODEL: 'off' };
  const printed = start();
  await until('the first start', async () => printed().includes('make demo'), 120);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: flags });
});

after(async () => {
  await browser?.close();
  if (server && server.exitCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await ended;
  }
  rmSync(data, { recursive: true, force: true });
});

test('the example tabs, in order, in a browser', async () => {
  const page = await browser.newPage({ viewport: { width: 1500, height: 950 } });
  const foreign = [], faults = [];
  page.on('request', (r) => { if (new URL(r.url()).host !== address && !r.url().startsWith('data:') && !r.url().startsWith('blob:')) foreign.push(r.url()); });
  page.on('console', (m) => { if (m.type() === 'error') faults.push(m.text()); });
  page.on('pageerror', (e) => faults.push(String(e)));
  await page.goto(`http://${address}/graphiql`);
  await page.waitForSelector('.graphiql-execute-button');

  const result = () => page.$eval('.result-window', (e) => e.innerText);
  const run = async (tab, expected, seconds = 20) => {
    await page.locator('.graphiql-tab-button').nth(tab - 1).click();
    await page.waitForTimeout(300);
    await page.click('.graphiql-execute-button');
    await until(`tab ${tab} showing ${expected}`, async () => (await result()).includes(expected), seconds);
    await page.screenshot({ path: `artifacts/graphiql-tab-${tab}.png` });
  };
  await run(1, 'accessToken');
  await run(2, '"revision"');
  await run(3, 'searchWorkouts');
  await run(4, 'QUEUED');
  await run(5, 'The plan stands on the calendar', 60);
  await run(6, 'SUCCEEDED');
  await run(7, 'LCK-1');
  await run(8, 'INT-1: ');
  await run(9, 'HURT_WRIST');
  await run(10, 'daysToEvent');
  await run(11, '"levels"'); // of an answer the window holds what is in sight
  assert.match(await result(), /"kind": "(ACTIVITY|SESSION|ASSUMED)"[^]*"words": "[A-Z]/);
  assert.deepEqual(foreign, [], 'requests to another host');
  assert.deepEqual(faults, [], 'errors on the console');
});

test('the demo in a second terminal', async () => {
  const { stdout } = await promisify(execFile)('bin/fortnight', ['demo'], { env: environment, timeout: 60_000 });
  assert.match(stdout, /PROPOSE/);
  assert.match(stdout, /The plan stands on the calendar/);
  assert.equal((stdout.match(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d\d? [A-Z][a-z]{2} /gm) ?? []).length, 14);
  assert.equal((stdout.match(/\(locked\)/g) ?? []).length, 2);
});

test('a second start answers within three seconds, also after kill -9', async () => {
  for (const signal of ['SIGINT', 'SIGKILL']) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await ended;
    const began = Date.now();
    start();
    const query = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ me { id } }"}' };
    await until('the answer', async () => (await (await fetch(`http://${address}/graphql`, query)).json()).data.me === null, 20);
    const seconds = (Date.now() - began) / 1000;
    console.log(`answered ${seconds.toFixed(2)} s after ${signal}`);
    assert.ok(seconds < 3, `${seconds} s after ${signal}`);
  }
});
