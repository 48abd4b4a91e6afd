// A server on a free port of this machine with a data folder of its own, and a browser that looks at its pages.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const freePort = () => new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});

// until waits for what is true at last, and throws after so many seconds.
export async function until(what, ready, seconds) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await new Promise((done) => setTimeout(done, 100))) {
    if (await ready().catch(() => false)) return;
  }
  throw new Error(`${what} took longer than ${seconds} s`);
}

// open starts the server, with settings of its own where there are any, waits until the demo account is there, and starts the browser.
export async function open(settings = {}) {
  const data = mkdtempSync(join(tmpdir(), 'fortnight-browser-'));
  const address = `127.0.0.1:${await freePort()}`;
  const environment = { ...process.env, FORTNIGHT_ADDR: address, FORTNIGHT_DATA: data, DATABASE_URL: '', FORTNIGHT_MODEL: 'off', ...settings };
  let server;
  const site = {
    address, environment, browser: undefined,
    start() {
      let printed = '';
      server = spawn('bin/fortnight', ['serve'], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
      server.stderr.on('data', (text) => { printed += text; });
      return () => printed;
    },
    async stop(signal) {
      if (!server || server.exitCode !== null || server.signalCode !== null) return;
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill(signal);
      await ended;
    },
    async close() {
      await site.browser?.close();
      await site.stop('SIGINT');
      rmSync(data, { recursive: true, force: true });
    },
  };
  try {
    const printed = site.start();
    await until('the first start', async () => printed().includes('make demo'), 120);
    site.browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: flags });
  } catch (error) {
    await site.close();
    throw error;
  }
  return site;
}
