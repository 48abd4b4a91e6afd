// Does what a new user does: starts the server, opens GraphiQL, runs the example tabs in order and watches the plan being made, while the
// demo runs in a second terminal.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { open as openSite, until } from './site.mjs';

let site, browser, address, environment;

before(async () => {
  site = await openSite();
  ({ browser, address, environment } = site);
});

after(() => site?.close());

// visit opens a page that notes what it asks of other hosts and what goes wrong in it. Answers of 4xx are no faults: they are shown.
async function visit(path, width, height, colorScheme = 'light') {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const page = await context.newPage();
  const foreign = [], faults = [];
  page.on('request', (r) => { if (new URL(r.url()).host !== address && !r.url().startsWith('data:') && !r.url().startsWith('blob:')) foreign.push(r.url()); });
  page.on('console', (m) => { if (m.type() === 'error' && !m.text().includes('status of 4')) faults.push(m.text()); });
  page.on('pageerror', (e) => faults.push(String(e)));
  await page.goto(`http://${address}${path}`);
  return { page, close: async () => {
    await context.close();
    assert.deepEqual(foreign, [], 'requests to another host');
    assert.deepEqual(faults, [], 'errors on the console');
  } };
}

// tooWide are the editors of which a line is wider: what is cut off is not read.
const tooWide = (page) => page.$$eval('.graphiql-editors .CodeMirror', (all) => all.map((e) => e.CodeMirror)
  .filter((editor) => editor.getScrollInfo().width > editor.getScrollInfo().clientWidth).map((editor) => editor.getValue()));

test('the example tabs, in order, in a browser', async () => {
  const { page, close } = await visit('/graphiql', 1280, 800);
  await page.waitForSelector('.graphiql-execute-button');

  const result = () => page.$eval('.result-window', (e) => e.innerText);
  const bar = () => page.$eval('#bar', (e) => e.innerText);
  const open = async (tab) => {
    await page.locator('.graphiql-tab-button').nth(tab - 1).click();
    await page.waitForTimeout(300);
  };
  const run = async (tab, expected, seconds = 20) => {
    await open(tab);
    await page.click('.graphiql-execute-button');
    await until(`tab ${tab} showing ${expected}`, async () => (await result()).includes(expected), seconds);
    await page.screenshot({ path: `artifacts/graphiql-tab-${tab}.png` });
  };
  assert.match(await bar(), /run tab 1 first[^]*left to right/);
  await run(2, 'run tab 1 (LogIn) first');
  await run(5, 'run tab 4 (GeneratePlan) first');
  for (let tab = 1; tab <= 11; tab++) {
    await open(tab);
    assert.deepEqual(await tooWide(page), [], `editors of tab ${tab} whose lines are wider than they are`);
  }
  await run(1, 'accessToken');
  await page.reload();
  await page.waitForSelector('.graphiql-execute-button');
  assert.match(await bar(), /Signed in/);
  await run(2, '"revision"');
  await run(3, 'searchWorkouts');
  await run(4, 'QUEUED');
  await run(5, 'The plan stands on the calendar', 60);
  const events = await page.$eval('.result-window .CodeMirror', (e) => JSON.parse(e.CodeMirror.getValue()).data.planEvents);
  assert.deepEqual(events.map((event) => event.sequence), events.map((_, at) => at + 1), 'every decision, in order, in one list');
  assert.ok(events.length > 40 && events.at(-1).__typename === 'RunSucceeded', `${events.length} decisions`);
  await run(6, 'SUCCEEDED');
  await run(7, 'LCK-1');
  await run(8, 'INT-1: ');
  await run(9, 'HURT_WRIST');
  await run(10, 'daysToEvent');
  await run(11, '"levels"'); // of an answer the window holds what is in sight
  assert.match(await result(), /"kind": "(ACTIVITY|SESSION|ASSUMED)"[^]*"words": "[A-Z]/);

  await open(5); // a run that is not there is an answer, and so is a token that is none
  await page.$eval('.graphiql-editor-tool .CodeMirror', (e) => e.CodeMirror.setValue('{"runId": "no-such-run"}'));
  await page.click('.graphiql-execute-button');
  await until('the answer that there is no such run', async () => (await result()).includes('NOT_FOUND'), 20);
  await page.click('[aria-label="Show Documentation Explorer"]');
  await until('the introduction of the schema', async () => (await page.$eval('.graphiql-plugin', (e) => e.innerText)).includes('The contract of Fortnight'), 20);
  await page.screenshot({ path: 'artifacts/graphiql-docs.png' });
  await close();
});

test('on a narrow screen the answer is below the query, and both can be read', async () => {
  const { page, close } = await visit('/graphiql', 420, 800);
  await page.waitForSelector('.graphiql-execute-button');
  const box = (what) => page.locator(what).first().boundingBox();
  const query = await box('.graphiql-query-editor'), answer = await box('.graphiql-response');
  assert.ok(query.width >= 300 && answer.width >= 300, `query ${query.width} px, answer ${answer.width} px`);
  assert.ok(query.height >= 100 && answer.height >= 100, `query ${query.height} px, answer ${answer.height} px`);
  assert.ok(answer.y >= query.y + query.height, 'the answer is below the query');
  await page.locator('.graphiql-tab-button').nth(3).click();
  await until('the wish', async () => {
    const wish = await box('.graphiql-editor-tool .CodeMirror-line'), room = await box('.graphiql-editor-tool');
    return wish.height > 0 && wish.y + wish.height <= room.y + room.height;
  }, 10);
  assert.deepEqual(await tooWide(page), [], 'editors whose lines are wider than they are');
  await page.click('[aria-label="Show Documentation Explorer"]');
  await until('the documentation', async () => (await box('.graphiql-plugin')).width >= 300, 20);
  const tools = await box('.graphiql-editor-tools'), below = await box('.graphiql-response');
  assert.ok(below.y >= tools.y + tools.height, 'beside the documentation the answer is below the variables');
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), '420 px are too narrow');
  await page.screenshot({ path: 'artifacts/graphiql-420-docs.png' });
  await close();
});

test('/watch draws a fortnight while it is planned, wide and narrow, light and dark', async () => {
  for (const [width, height, scheme] of [[1280, 900, 'light'], [1280, 900, 'dark'], [420, 900, 'light'], [420, 900, 'dark']]) {
    const { page, close } = await visit('/watch', width, height, scheme);
    const name = `artifacts/watch-${width}-${scheme}`;
    const state = () => page.$eval('#state', (e) => e.innerText);
    await until('the days', async () => (await page.$$('#days > li')).length === 14 && (await state()).includes('Press'), 20);
    await page.click('#plan');
    await until('the first session', async () => (await page.$$('.session.new')).length > 0, 30);
    await page.screenshot({ path: `${name}-begun.png` });
    await until('the end', async () => (await state()).includes('The plan stands on the calendar'), 60);
    await page.screenshot({ path: `${name}.png`, fullPage: true });
    assert.ok((await page.$$('.session')).length >= 8, 'sessions on the days');
    assert.equal((await page.$$eval('.session', (all) => all.filter((e) => e.innerText.includes('locked')).length)), 2, 'locked sessions');
    const decisions = await page.$$eval('#decisions li b', (all) => all.map((e) => Number(e.innerText)));
    assert.deepEqual(decisions, decisions.map((_, at) => at + 1));
    assert.ok(decisions.length > 40, `${decisions.length} decisions`);
    assert.match(await page.$eval('#query', (e) => e.textContent), /subscription Watch/);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px are too narrow`);
    const first = page.locator('#days details.session').first();
    assert.equal(await first.locator('p').isVisible(), false);
    await first.locator('summary').click();
    assert.match(await first.locator('p').innerText(), /[a-z]\.$/, 'the reason of a session, where it is pressed');
    if (width === 420) {
      await page.goto(page.url()); // which has the run: a reload draws it again from its events
      await until('the same run', async () => (await state()).includes('The plan stands on the calendar'), 30);
      await page.goto(`http://${address}/watch?run=no-such-run`);
      await until('what is wrong', async () => (await state()).includes('no such run'), 20);
      assert.equal((await page.$$('#days > li')).length, 14, 'the days as they stand, of a run that is not there');
    }
    await close();
  }
});

test('the demo in a second terminal', async () => {
  const { stdout } = await promisify(execFile)('bin/fortnight', ['demo'], { env: environment, timeout: 60_000 });
  assert.match(stdout, /PROPOSE/);
  assert.match(stdout, /The goal is City 10 km on Sun /);
  assert.match(stdout, /[Tt]hreshold run/);
  assert.doesNotMatch(stdout, /[Oo]peners|Not understood|Not met:/); // nine weeks before a race, and a wish that can be followed
  assert.match(stdout, /The plan stands on the calendar/);
  assert.equal((stdout.match(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d\d? [A-Z][a-z]{2} /gm) ?? []).length, 14);
  assert.equal((stdout.match(/\(locked\)/g) ?? []).length, 2);
});

// It takes a second where nobody else wants the machine; what is told is not judged, for that is the machine's.
test('a second start answers soon, also after kill -9', async () => {
  for (const signal of ['SIGINT', 'SIGKILL']) {
    await site.stop(signal);
    const began = Date.now();
    site.start();
    const query = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ me { id } }"}' };
    await until('the answer', async () => (await (await fetch(`http://${address}/graphql`, query)).json()).data.me === null, 30);
    const seconds = (Date.now() - began) / 1000;
    console.log(`answered ${seconds.toFixed(2)} s after ${signal}`);
  }
});
