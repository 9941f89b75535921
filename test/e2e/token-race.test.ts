import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { BlingApiError, createOAuth, createTokenSource, pacedOAuth } from '../../src/bling';
import { createLogger } from '../../src/log';
import { openStore } from '../../src/store';
import type { Store } from '../../src/store';
import { testMongoUri } from './engines';
import { migrateQuietly } from './migrated-store';
import { until } from './until';

/*
 * Twenty workers, each with its own way to MongoDB, whose calls of one company find the tokens at their end.
 */

const WORKERS = 20;
const APP = { clientId: 'retorno-test', clientSecret: 'retorno-test-secret' };
const HOUR_MS = 3_600_000;

let simulator: Simulator;
const stores: Store[] = [];
beforeAll(async () => {
  simulator = await startSimulator({ ...APP, redirectUrl: 'http://127.0.0.1/callback' });
  const settings = { uri: testMongoUri(), encryptionKey: Buffer.alloc(32, 7) };
  await migrateQuietly(settings);
  for (let worker = 0; worker < WORKERS; worker += 1) stores.push(await openStore(settings));
});
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await simulator.close();
});

/** A connection whose access token ends now, or was refused before its time. */
async function connected(expiresInMs: number): Promise<string> {
  const [store] = stores as [Store];
  const code = new URL(simulator.approve({ state: 'state' })).searchParams.get('code')!;
  const tokens = await createOAuth({ tokenUrl: simulator.tokenUrl, ...APP }).exchangeCode(code);
  const { merchantId } = await store.merchants.create('Loja', new Date());
  const company = { companyId: merchantId.padEnd(32, '0').slice(-32), companyName: 'Loja' };
  const expiresAt = new Date(Date.now() + expiresInMs);
  return (await store.connections.authorize(merchantId, company, { ...tokens, expiresAt }, new Date())).id;
}

function sources() {
  return stores.map((store) => {
    const oauth = pacedOAuth(
      createOAuth({ tokenUrl: simulator.tokenUrl, ...APP }),
      () => store.tokenTurns,
      'work',
    );
    return createTokenSource({
      ...{ vault: () => store.connections, oauth, app: () => store.appWatch },
      ...{ log: createLogger('silent'), now: store.clock.estimate },
    });
  });
}

/** Asks until there is a token, as whoever is told to come back does. */
const had = (ask: () => Promise<string>): Promise<string> =>
  until('a token', () =>
    ask().catch((error: unknown) => {
      if (error instanceof BlingApiError && !error.permanent) return null;
      throw error;
    }),
  );

describe(`${WORKERS} workers that need a token at the same moment`, () => {
  it.each([
    ['is at its end', 0],
    ['was refused before its time', HOUR_MS],
  ])('refresh one that %s once, and all go on with what it brings', async (_what, expiresInMs) => {
    const id = await connected(expiresInMs);
    const { accessToken: old } = (await stores[0]!.connections.tokens(id))!;
    const before = simulator.tokenCounters();
    const tokens = await Promise.all(
      sources().map((source) =>
        had(() => (expiresInMs === 0 ? source.accessToken(id) : source.refreshAfter401(id, old))),
      ),
    );
    const { refreshes, refused } = simulator.tokenCounters();
    expect([refreshes - before.refreshes, refused - before.refused]).toEqual([1, 0]);
    expect(new Set(tokens).size).toBe(1);
    expect(tokens[0]).not.toBe(old);
  });
});
