import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import express from 'express';
import { bodyReaders } from '../../../src/api/http/read-body';
import type { BodyKind } from '../../../src/api/http/read-body';
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

  it.each(['json', 'csv', 'raw', 'batch'] as const)(
    '(%s) that come byte by byte are cut off',
    async (kind) => {
      const app = express();
      app.post(
        PATH,
        ...bodyReaders(kind, { withinMs: 20, leastBytes: 100, looks: 3 }),
        (_req, res) => void res.send('read'),
      );
      const type = kind === 'csv' ? 'text/csv' : 'application/json';
      const answer = await beginOf(app, request(100, [`content-type: ${type}`], '{"a":'));
      expect(answer).toMatch(/^HTTP\/1\.1 408 /);
      expect(answer).toContain('"code":"request_timeout"');
    },
  );

  it('that nobody wants keep no connection either: it ends, though the answer has been given', async () => {
    const app = express();
    const pace = { withinMs: 20, leastBytes: 100, looks: 1 };
    app.post(PATH, ...bodyReaders(null, pace), (_req, res) => void res.send('done'));
    expect(await beginOf(app, request(100, [], '{"a":'))).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('a body by its clock', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  /** A body under way on a route that wants it so, without a server: chunks come when the test says. */
  function underWay(kind: BodyKind) {
    const chunks = new EventEmitter();
    const socket = { destroy: jest.fn() };
    const headers: Record<string, string> = { 'content-length': '9000000' };
    const req = Object.assign(chunks, { complete: false, socket, get: (name: string) => headers[name] });
    const res = {
      req,
      headersSent: false,
      set: () => res,
      type: () => res,
      send: () => res,
      status(status: number) {
        res.answered = status;
        return res;
      },
      answered: 0,
    };
    const [cutOff] = bodyReaders(kind);
    void cutOff!(req as never, res as never, () => undefined);
    return {
      comes: (bytes: number) => void chunks.emit('data', Buffer.alloc(bytes)),
      ends: () => void chunks.emit('end'),
      answered: () => res.answered,
    };
  }

  it.each(['json', 'raw', 'batch'] as const)('(%s) is cut off after 15 s, whatever came', (kind) => {
    const body = underWay(kind);
    jest.advanceTimersByTime(14_999);
    body.comes(1_000_000);
    expect(body.answered()).toBe(0);
    jest.advanceTimersByTime(1);
    expect(body.answered()).toBe(408);
  });

  it('of a file is cut off after 15 s in which less than 15 kB came, at its beginning and later', () => {
    const [never, later] = [underWay('csv'), underWay('csv')];
    never.comes(15 * 1_024 - 1);
    later.comes(1_000_000);
    jest.advanceTimersByTime(15_000);
    expect([never.answered(), later.answered()]).toEqual([408, 0]);
    jest.advanceTimersByTime(15_000);
    expect(later.answered()).toBe(408);
  });

  it('of a file that goes on coming is cut off after two minutes, and one that has come never', () => {
    const [endless, whole] = [underWay('csv'), underWay('csv')];
    for (let look = 1; look < 8; look += 1) {
      endless.comes(100_000);
      if (look === 1) whole.comes(20_000);
      jest.advanceTimersByTime(15_000);
      if (look === 1) whole.ends();
    }
    expect([endless.answered(), whole.answered()]).toEqual([0, 0]);
    endless.comes(100_000);
    jest.advanceTimersByTime(15_000);
    expect([endless.answered(), whole.answered()]).toEqual([408, 0]);
  });
});
