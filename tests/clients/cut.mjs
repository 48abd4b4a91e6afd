// A way to the server that can be cut.
import { createServer, connect } from 'node:net';

// cuttable listens before a server, and passes on what is said. cut() breaks every connection that is open, as a network does that goes away; the next one
// is let through.
export async function cuttable(address) {
  const { hostname, port } = new URL(address.http), open = new Set();
  const listener = createServer((client) => {
    const server = connect(port, hostname), pair = [client, server];
    open.add(pair);
    const end = () => {
      open.delete(pair);
      for (const socket of pair) socket.destroy();
    };
    for (const [from, to] of [pair, [server, client]]) from.on('error', end).on('close', end).pipe(to);
  });
  await new Promise((resolve) => { listener.listen(0, '127.0.0.1', resolve); });
  const http = `http://127.0.0.1:${listener.address().port}/graphql`;
  const cut = () => { for (const pair of [...open]) for (const socket of pair) socket.destroy(); };
  return { http, ws: http.replace('http:', 'ws:'), cut, close() { cut(); return new Promise((resolve) => { listener.close(resolve); }); } };
}
