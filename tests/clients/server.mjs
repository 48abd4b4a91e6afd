// A server of the test's own: the built binary on a port of its choice, with a data folder, a database and a seeded library that end with it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const startSeconds = 120; // the first start makes the database

// startServer returns where the server answers, a folder that lasts as long as it does, and how to end both.
export async function startServer() {
  const folder = mkdtempSync(join(tmpdir(), 'fortnight-clients-'));
  const environment = {
    ...process.env, FORTNIGHT_ADDR: '127.0.0.1:0', FORTNIGHT_DATA: join(folder, 'data'), FORTNIGHT_ENV: 'development', FORTNIGHT_MODEL: 'off', DATABASE_URL: '',
  };
  const child = spawn('bin/fortnight', ['serve'], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve)); // the latter where it cannot start at all
  const stop = async () => {
    child.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const http = await serving(child);
    return { http, ws: http.replace('http:', 'ws:'), folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function serving(child) {
  return new Promise((resolve, reject) => {
    const printed = [];
    const late = setTimeout(() => reject(new Error(`the server took longer than ${startSeconds} s:\n${printed.join('\n')}`)), startSeconds * 1000);
    let address;
    createInterface({ input: child.stderr }).on('line', (line) => {
      printed.push(line);
      address ??= /serving GraphQL at (http:\S+)/.exec(line)?.[1];
      if (line.includes('make demo')) { clearTimeout(late); resolve(address); } // the last line of a start
    });
    child.once('error', (error) => { clearTimeout(late); reject(error); });
    child.once('exit', (code) => { clearTimeout(late); reject(new Error(`the server ended with ${code}:\n${printed.join('\n')}`)); });
  });
}
