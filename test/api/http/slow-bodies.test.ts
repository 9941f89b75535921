import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import express from 'express';
import { bodyReaders } from '../../../src/api/http/read-body';
import { anApi } from '../an-api';

const PATH = '/v1/redemptions';

/** Sends the beginning of a request, and reads until the other side ends the connection. */
async function beginOf(app: RequestListener, text: string): Promise<string> {
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
  socket.on('error', () => undefined).write(text);
  await once(socket, 'close');
  server.close();
  return answer;
}

const request = (length: number, headers: string[], begin: string, way = `POST ${PATH}`): string =>
  [`${way} HTTP/1.1`, 'host: x', `content-length: ${length}`, ...headers, '', begin].join('\r\n');

describe('bodies', () => {
  it('are not waited for without a key: the answer comes at once, and ends the connection', async () => {
    const answer = await beginOf(
      anApi().app,
      request(10_000_000, ['content-type: application/json'], '{"a":'),
    );
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
    expect(answer).toContain('Connection: close');
    expect(answer).toContain('"code":"unauthenticated"');
  });

  it.each([
    'GET /healthz',
    'HEAD /healthz',
    'GET /openapi.json',
    'GET /docs/',
    'OPTIONS /v1/redemptions',
    'GET /nowhere',
  ])('are not waited for where they mean nothing (%s): the connection ends with the answer', async (way) => {
    const answer = await beginOf(anApi().app, request(1_000, [], '{"a":', way));
    expect(answer).toMatch(/^HTTP\/1\.1 (20[04]|404) /);
  });

  it.each(['json', 'csv', 'raw'] as const)('(%s) that come byte by byte are cut off', async (kind) => {
    const app = express();
    app.post(PATH, ...bodyReaders(kind, 20), (_req, res) => void res.send('read'));
    const type = kind === 'csv' ? 'text/csv' : 'application/json';
    const answer = await beginOf(app, request(100, [`content-type: ${type}`], '{"a":'));
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"request_timeout"');
  });
});
