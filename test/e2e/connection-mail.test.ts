import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import {
  createLookAtConnection,
  createMailConnectionState,
  createNoteConnectionState,
} from '../../src/activities/connection';
import type { ConnectionLook } from '../../src/activities/connection';
import type { ActivityDeps } from '../../src/activities/runtime';
import { createLogger } from '../../src/log';
import { SendError } from '../../src/messaging';
import type { Email } from '../../src/messaging';
import { hashPassword } from '../../src/store';
import type { Store } from '../../src/store';
import { testMongoUri } from './engines';
import { openMigratedStore } from './migrated-store';

// Later than any clock of whoever runs this, which a step would go by otherwise.
const NOW = Date.parse('2126-11-30T12:00:00Z');
const HOUR = 3_600_000;

let store: Store;
let merchantId: string;
let connectionId: string;
beforeAll(async () => {
  store = await openMigratedStore({ uri: testMongoUri(), encryptionKey: Buffer.alloc(32, 7) });
  const now = new Date(NOW);
  ({ merchantId } = await store.merchants.create('Loja', now));
  const company = { companyId: 'c'.repeat(32), companyName: 'Loja' };
  const tokens = { accessToken: 'a', refreshToken: 'r', expiresAt: new Date(NOW + 100 * HOUR) };
  ({ id: connectionId } = await store.connections.authorize(merchantId, company, tokens, now));
  for (const name of ['ana', 'rosa']) {
    const password = await hashPassword('uma senha boa e longa');
    const fresh = { email: `${name}@loja.com.br`, name, password };
    const { person } = await store.people.register(fresh, now);
    await store.people.join({ merchantId, personId: person.id, role: 'owner', storeIds: null }, now);
  }
});
afterAll(() => store.close());

/** Whose server does not take letters just now. */
const away = new Set<string>();
const sent: string[] = [];
const mailer = {
  send({ to }: Email): Promise<void> {
    if (!away.has(to)) return Promise.resolve(void sent.push(to));
    const busy = { outcome: 'retry', scope: 'message', reason: 'busy' } as const;
    return Promise.reject(new SendError('E-mail', '451', busy));
  },
};

/** What the run does when it looks at that moment. */
async function tended(at: number): Promise<ConnectionLook> {
  const deps = { store, mailer, publicUrl: 'http://loja', log: createLogger('silent') };
  const given = deps as unknown as ActivityDeps;
  const step = <Args extends unknown[], Answer>(run: (...args: Args) => Promise<Answer>, ...args: Args) =>
    new MockActivityEnvironment(
      { currentAttemptScheduledTimestampMs: at },
      { logger: new DefaultLogger('ERROR') },
    ).run<Args, Answer, typeof run>(run, ...args);
  const which = { merchantId, connectionId };
  const look = await step(createLookAtConnection(given), which, false);
  if (!look.changed) return look;
  await step(createNoteConnectionState(given), which, look.changed);
  await step(createMailConnectionState(given), which, look.changed).catch(() => undefined);
  return look;
}

describe('an e-mail about a connection', () => {
  it('that could not be sent stays due: whoever had it has it once, and the audit says it once', async () => {
    expect((await tended(NOW)).changed).toBeNull();
    const { version } = (await store.connections.tokens(connectionId))!;
    const failed = { until: new Date(NOW), final: true };
    await store.connections.failRefresh(connectionId, version, failed);
    away.add('rosa@loja.com.br');
    const first = await tended(NOW + HOUR);
    expect(first.changed).toMatchObject({ was: 'connected', is: 'needs_authorization' });
    expect(Date.parse(first.nextAt) - NOW).toBeLessThanOrEqual(1.25 * HOUR);
    expect(sent).toEqual(['ana@loja.com.br']);
    expect((await tended(NOW + 2 * HOUR)).changed).toEqual(first.changed);
    away.clear();
    expect((await tended(NOW + 3 * HOUR)).changed).toEqual(first.changed);
    expect(sent).toEqual(['ana@loja.com.br', 'rosa@loja.com.br']);
    expect((await tended(NOW + 4 * HOUR)).changed).toBeNull();
    const acts = await store.audit.list(merchantId, { limit: 10 });
    expect(acts.filter(({ act }) => act === 'connection.state')).toHaveLength(1);
  });

  it('that was disconnected is due before its run ends', async () => {
    await store.connections.hold(merchantId, connectionId, 'disconnected', new Date(NOW + 5 * HOUR));
    await store.connections.forgetTokens(
      merchantId,
      connectionId,
      (await store.connections.tokens(connectionId))!.version,
      new Date(NOW + 5 * HOUR),
    );
    sent.length = 0;
    away.add('ana@loja.com.br');
    expect(await tended(NOW + 5 * HOUR)).toMatchObject({ over: false, changed: { is: 'disconnected' } });
    away.clear();
    expect(await tended(NOW + 6 * HOUR)).toMatchObject({ over: false });
    expect([...sent].sort()).toEqual(['ana@loja.com.br', 'rosa@loja.com.br']);
    expect(await tended(NOW + 7 * HOUR)).toMatchObject({ over: true, changed: null });
  });
});
