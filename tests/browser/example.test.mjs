// The example of clients/javascript, built on the package as it is published, and used in a browser from another origin than the API's.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { open, until } from './site.mjs';

const kit = resolve('clients/javascript');
let folder, pages, site, url;

// build unpacks what is published into an app's folder, beside what it wants beside it, and bundles the example against that alone.
function build(app) {
  const modules = join(app, 'node_modules'), own = join(modules, '@fortnight', 'client');
  mkdirSync(own, { recursive: true });
  execFileSync('tar', ['xzf', join('artifacts', newest()), '--strip-components=1', '-C', own]);
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'));
  for (const name of [...Object.keys({ ...dependencies, ...peerDependencies }), 'react-dom']) {
    mkdirSync(join(modules, name, '..'), { recursive: true });
    symlinkSync(join(kit, 'node_modules', name), join(modules, name));
  }
  for (const file of ['app.tsx', 'index.html']) copyFileSync(join(kit, 'example', file), join(app, file));
  execFileSync(join(kit, 'node_modules/.bin/esbuild'), ['app.tsx', '--bundle', '--format=esm', '--jsx=automatic', '--outfile=app.js', '--log-level=error'], { cwd: app });
}

const newest = () => {
  const { version } = JSON.parse(readFileSync(join(kit, 'package.json'), 'utf8')), name = `fortnight-client-${version}.tgz`;
  assert.ok(readdirSync('artifacts').includes(name), `artifacts/${name} is missing: make client writes it`);
  return name;
};

const kinds = { '.html': 'text/html', '.js': 'text/javascript' };

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fortnight-example-'));
  build(folder);
  pages = createServer(({ url }, response) => {
    const file = new URL(url, 'http://pages').pathname.slice(1) || 'index.html';
    if (!['index.html', 'app.js'].includes(file)) return response.writeHead(404).end();
    return response.writeHead(200, { 'content-type': kinds[extname(file)] }).end(readFileSync(join(folder, file)));
  });
  await new Promise((done) => { pages.listen(0, '127.0.0.1', done); });
  const origin = `http://127.0.0.1:${pages.address().port}`;
  site = await open({ FORTNIGHT_ORIGINS: origin });
  url = `${origin}/?api=http://${site.address}/graphql`;
});

after(async () => {
  await site?.close();
  pages?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

test('an athlete signs up, plans, locks, takes another session and takes it back, and a second tab shows the same', async () => {
  const context = await site.browser.newContext({ viewport: { width: 1100, height: 900 }, colorScheme: 'light' });
  const faults = [];
  const visit = async () => {
    const page = await context.newPage();
    page.on('console', (m) => { if (m.type() === 'error' || m.type() === 'warning') faults.push(m.text()); });
    page.on('pageerror', (e) => faults.push(String(e)));
    await page.goto(url);
    return page;
  };
  const enter = async (page, act) => {
    await page.fill('[name=email]', 'example@example.org');
    await page.fill('[name=password]', 'a long enough password');
    await page.click(`button:text-is("${act}")`);
    await page.waitForSelector('.days');
  };
  const shown = (page) => page.$$eval('.days article', (all) => all.map((one) => `${one.dataset.session} ${one.innerText.split('\n')[0]}`));

  const page = await visit();
  await enter(page, 'Sign up');
  await page.click('button:text-is("Plan")');
  await until('the plan', async () => (await page.innerText('.run')).includes('The plan stands on the calendar'), 60);
  await until('the sessions', async () => (await shown(page)).length >= 5, 10); // told by calendarChanged: nothing is read again

  const other = await visit(); // sessionStorage is each tab's own, so the athlete logs in there
  await enter(other, 'Log in');
  assert.deepEqual(await shown(other), await shown(page));

  await page.click('article >> nth=1 >> button:text-is("Lock")');
  await page.waitForSelector('article >> nth=1 >> button:text-is("Unlock")');
  await other.waitForSelector('article >> nth=1 >> button:text-is("Unlock")');

  // The first session that something else fits in the place of.
  const before = await shown(page);
  for (let n = 2; JSON.stringify(await shown(page)) === JSON.stringify(before); n++) {
    assert.ok(n < before.length, 'nothing fits in place of any session');
    await page.click(`article >> nth=${n} >> button:text-is("Another")`);
    await until('an answer', async () => (await page.$('[role=alert]')) !== null || JSON.stringify(await shown(page)) !== JSON.stringify(before), 10);
  }
  const changed = await shown(page);
  await until('the change in the other tab', async () => JSON.stringify(await shown(other)) === JSON.stringify(changed), 10);
  await page.screenshot({ path: 'artifacts/example.png', fullPage: true });

  await other.click('button:text-is("Take back")');
  await until('what was before, in both', async () => [await shown(page), await shown(other)].every((one) => JSON.stringify(one) === JSON.stringify(before)), 10);

  await page.click('button:text-is("Log out")');
  await page.waitForSelector('[name=email]');
  assert.equal(await page.$('.days'), null);
  await page.waitForTimeout(300); // for what a hook may say of its end
  await context.close();
  assert.deepEqual(faults, [], 'errors on the console');
});
