import { randomUUID } from 'node:crypto';
import { createServer, STATUS_CODES } from 'node:http';
import type { RequestListener, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { malformed, Problem } from './problem';

/** Longer than proxies and clients keep an idle connection: one that is closed while a call is on its way loses the call. */
const IDLE_MS = 75_000;

/** Within this a request's headers have to be there, and all of it; bodies have less (`read-body.ts`). */
const HEADERS_MS = 15_000;
const REQUEST_MS = 130_000;

/**
 * The server an app is reached by. What cannot be read as HTTP never comes to the app: it is refused here, with a problem
 * document as everywhere.
 */
export function createApiServer(app: RequestListener): Server {
  const server = createServer(
    { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, keepAliveTimeout: IDLE_MS },
    app,
  );
  const answers = new WeakMap<Duplex, ServerResponse>();
  server.on('request', (req, res) => answers.set(req.socket, res));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const answer = answers.get(socket);
    // Nothing is written into the middle of an answer.
    if (!socket.writable || (answer?.headersSent && !answer.writableFinished)) socket.destroy();
    else socket.end(rawAnswer(problemFor(error)));
  });
  return server;
}

/** By the codes of Node's reader of HTTP. */
function problemFor({ code }: NodeJS.ErrnoException): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') return new Problem('headers_too_large');
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? new Problem('request_timeout') : malformed();
}

function rawAnswer(problem: Problem): string {
  const body = JSON.stringify(problem.toDocument());
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${randomUUID()}`,
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
