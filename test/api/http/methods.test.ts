import { beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { anApi } from '../an-api';
import { MINE, MY_KEY } from '../builders';
import { signedIn } from '../callers';
import { openApi } from './contract';
import type { OpenApi } from './contract';

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'trace'] as const;

describe('every path of the document, with every method', () => {
  const { app, holds } = anApi();
  const cookie = signedIn(holds, { merchantId: MINE, role: 'owner', storeIds: null });
  let paths: OpenApi['paths'];
  beforeAll(async () => {
    paths = (await openApi()).paths;
  });

  /** What a path has, as `Allow` names it. */
  const allowed = (path: string): string[] => {
    const named = Object.keys(paths[path]!);
    return [...named, ...(named.includes('get') ? ['head'] : []), 'options'].sort();
  };
  const allowIn = ({ headers }: request.Response): string[] =>
    (headers['allow'] ?? '').toLowerCase().split(', ').sort();

  /** A call without a body; with a key, so that what is not refused for its method is answered. */
  const ask = (method: (typeof METHODS)[number], path: string): request.Test => {
    const address = path.replace(/\{\w+\}/g, 'unknown');
    return request(app)[method](address).redirects(0).set('authorization', `Bearer ${MY_KEY}`);
  };

  it('is 405 with Allow for every method the path does not have', async () => {
    for (const path of Object.keys(paths))
      for (const method of METHODS.filter((one) => !allowed(path).includes(one))) {
        const answer = await ask(method, path);
        expect([method, path, answer.status]).toEqual([method, path, 405]);
        expect([path, allowIn(answer)]).toEqual([path, allowed(path)]);
        expect(answer.headers['content-type']).toContain('application/problem+json');
      }
  });

  it('names its methods to OPTIONS', async () => {
    for (const path of Object.keys(paths)) {
      const answer = await ask('options', path);
      expect([path, answer.status, answer.text, allowIn(answer)]).toEqual([path, 204, '', allowed(path)]);
    }
  });

  it('answers a documented status to every other, and to HEAD what it answers to GET', async () => {
    for (const path of Object.keys(paths))
      for (const [method, operation] of Object.entries(paths[path]!)) {
        const answer = await ask(method as 'get', path);
        expect([path, Object.keys(operation.responses)]).toEqual([
          path,
          expect.arrayContaining([String(answer.status)]),
        ]);
        if (method !== 'get') continue;
        const head = await ask('head', path);
        expect([path, head.status]).toEqual([path, answer.status]);
        expect(head.text ?? '').toBe('');
      }
  });

  it('does nothing where a body that is needed did not come', async () => {
    for (const [path, methods] of Object.entries(paths))
      for (const [method, { requestBody }] of Object.entries(methods)) {
        if (!requestBody?.required) continue;
        const answer = await ask(method as 'post', path).set('idempotency-key', `no-body-${path}`);
        expect([method, path, answer.status >= 400 && answer.status < 500]).toEqual([method, path, true]);
      }
  });

  it('is 415 for a body of another type wherever JSON or a file is taken', async () => {
    for (const [path, methods] of Object.entries(paths))
      for (const [method, { requestBody, responses }] of Object.entries(methods)) {
        // Signed bodies are read as they come, as the signature is what vouches for them; so are those of mail programs (RFC 8058) and plain forms.
        if (!requestBody || path.startsWith('/webhooks/') || /^\/[uc]\/\{token\}$/.test(path)) continue;
        const byKey = ask(method as 'post', path);
        // One's own second factor, and who else comes in, are for people alone.
        const call = /^\/v1\/(second-factor\b|people\b|keys\b|password$)/.test(path)
          ? byKey.unset('authorization').set({ cookie, origin: 'http://localhost:3000' })
          : byKey;
        const answer = await call.set('content-type', 'application/xml').send('<a/>');
        expect([method, path, answer.status]).toEqual([method, path, 415]);
        expect(Object.keys(responses)).toContain('415');
      }
  });
});
