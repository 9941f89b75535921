import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Received {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: string;
}

/** What to answer: JSON, a body as it stands, an answer cut off in the middle, a reset, or silence. */
export type Reply =
  | { status?: number; json: unknown; headers?: Record<string, string> }
  | { status?: number; text: string; headers?: Record<string, string> }
  | { cutAfter: string; status?: number }
  | 'reset'
  | 'silence';

/** A real HTTP server on a free local port, answering as told and remembering what it was asked. */
export interface LocalServer {
  url: string;
  received: Received[];
  close(): Promise<void>;
}

/** Starts a server; `answer` sees each request and how many came before it. */
export async function startLocalServer(
  answer: (request: Received, earlier: number) => Reply,
): Promise<LocalServer> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void read(request).then((one) => {
      received.push(one);
      send(response, answer(one, received.length - 1));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** An address on which nothing listens. */
export async function unusedUrl(): Promise<string> {
  const server = await startLocalServer(() => 'silence');
  await server.close();
  return server.url;
}

async function read(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    method: request.method ?? '',
    url: new URL(request.url ?? '/', 'http://local'),
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'silence') return;
  if (reply === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if ('cutAfter' in reply) {
    response.writeHead(reply.status ?? 200, { 'content-length': String(reply.cutAfter.length + 100) });
    response.write(reply.cutAfter, () => response.socket?.destroy());
    return;
  }
  const json = 'json' in reply;
  response.writeHead(reply.status ?? 200, {
    'content-type': json ? 'application/json' : 'text/html',
    ...reply.headers,
  });
  response.end(json ? JSON.stringify(reply.json) : reply.text);
}
