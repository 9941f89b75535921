import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { anApi } from '../an-api';
import type { AnApi } from '../an-api';
import { MINE, MY_KEY } from '../builders';
import { signedIn } from '../callers';

/** Begins a call, does something once whoever calls was let in, and only then sends the body. */
async function heldBack(
  { app, asked }: AnApi,
  { method, path, headers }: { method: string; path: string; headers: Record<string, string> },
  letInBy: string,
  meanwhile: () => void,
): Promise<number> {
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const body = JSON.stringify({ role: 'owner' });
  const sent = request({ port, host: '127.0.0.1', method, path, headers });
  sent.setHeader('content-type', 'application/json').setHeader('content-length', body.length);
  sent.flushHeaders();
  while (!asked.includes(letInBy)) await new Promise((resolve) => setTimeout(resolve, 5));
  meanwhile();
  const answered = once(sent, 'response');
  sent.end(body);
  const [response] = (await answered) as [IncomingMessage];
  response.resume();
  server.close();
  return response.statusCode!;
}

describe('whoever holds a body back', () => {
  const change = { method: 'PATCH', path: '/v1/people/per_ana' };
  const asOwner = (): { api: AnApi; headers: Record<string, string> } => {
    const api = anApi();
    const cookie = signedIn(api.holds, { merchantId: MINE, role: 'owner', storeIds: null });
    return { api, headers: { cookie, origin: 'http://localhost:3000' } };
  };

  it.each<[string, number, (api: AnApi) => void]>([
    ['demoted', 403, ({ holds }) => (holds.memberships[0]!.role = 'staff')],
    ['removed', 403, ({ holds }) => holds.memberships.pop()],
    ['signed out', 401, ({ holds }) => holds.sessions.clear()],
    ['of a suspended merchant', 403, ({ holds }) => holds.suspended.push(MINE)],
    ['none of it', 200, () => undefined],
  ])('is what they are when it comes: %s', async (_what, status, meanwhile) => {
    const { api, headers } = asOwner();
    const answered = await heldBack(api, { ...change, headers }, 'merchants.get', () => meanwhile(api));
    expect(answered).toBe(status);
    if (status === 403 && api.holds.suspended.length === 0) {
      expect(api.asked).not.toContain('people.change');
      expect(api.holds.audit).toMatchObject([{ act: 'people.change', outcome: 'forbidden' }]);
    }
  });

  it('is refused with a key that was revoked meanwhile', async () => {
    const api = anApi();
    const headers = { authorization: `Bearer ${MY_KEY}` };
    const settings = { method: 'PATCH', path: '/v1/settings', headers };
    const revoke = (): void => void api.holds.keys.clear();
    expect(await heldBack(api, settings, 'merchants.callerOf', revoke)).toBe(401);
  });
});

describe('whoever sends the body with the call', () => {
  it('is asked once who they are', async () => {
    const { app, asked } = anApi();
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const body = JSON.stringify({ requireSecondFactorForOwners: false });
    const headers = {
      authorization: `Bearer ${MY_KEY}`,
      'content-type': 'application/json',
      'content-length': String(body.length),
      connection: 'close',
    };
    const sent = request({ port, host: '127.0.0.1', method: 'PATCH', path: '/v1/settings', headers });
    sent.end(body);
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.resume();
    server.close();
    expect(response.statusCode).toBe(200);
    expect(asked.filter((one) => one === 'merchants.callerOf')).toHaveLength(1);
  });
});
