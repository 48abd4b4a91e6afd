// The examples in other languages: programs that do what flow.mjs does, and print what they have seen.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const seconds = 60, cutAfter = 5; // events

export const examples = {
  'Go by genqlient': { command: resolve('bin/example-go'), args: [], dash: '-', missing: () => false },
  'Python by ariadne-codegen': {
    command: resolve('clients/python/venv/bin/python'), args: [resolve('clients/python/example.py')], dash: '--',
    missing: () => !existsSync('clients/python/venv') && 'Python has no venv here, or PyPI could not be reached',
  },
};

// runExample lets a program run over a network that is cut while it watches, and looks at what it says it has seen.
export async function runExample({ command, args, dash }, network) {
  const email = `${dash.length === 1 ? 'go' : 'python'}@example.org`;
  const child = spawn(command, [...args, `${dash}url`, network.http, `${dash}email`, email, `${dash}coach`, 'coach@example.org'], {
    env: { ...process.env, PASSWORD: 'a long enough password' }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  const late = setTimeout(() => child.kill(), seconds * 1000);
  let said = '';
  child.stderr.on('data', (text) => { said += text; });
  const ended = new Promise((done, failed) => { child.once('exit', done).once('error', failed); });
  const events = [], other = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const [what, value] = line.split(' ');
    if (what === 'event') events.push(Number(value));
    else other.push(what === 'cut' ? what : `${what} ${value.toLowerCase()}`);
    if (events.length === cutAfter && what === 'event') network.cut();
  }
  clearTimeout(late);
  assert.equal(await ended, 0, said);
  assert.deepEqual(other, ['cut', 'locked true', 'refused conflict', 'replaced true', 'repaired true', 'athletes 20']);
  assert.ok(events.length > cutAfter);
  assert.deepEqual(events, events.map((_, n) => n + 1));
}
