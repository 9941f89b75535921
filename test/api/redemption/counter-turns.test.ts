import { expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { anApi, problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { until } from '../../e2e/until';
import { aReserveBody } from '../builders';
import { path, sale, withVoucher } from './a-voucher';

/** As many as are under way at once, of one merchant. */
const AT_ONCE = 8;
const CROWD = 30;

/** Runs that are answered when the test says so. */
function held({ runs }: AnApi): { begun: (() => void)[]; release: () => void } {
  const begun: (() => void)[] = [];
  runs.behave = () => new Promise<void>((resolve) => void begun.push(resolve));
  const release = (): void => {
    runs.behave = () => undefined;
    for (const go of begun) go();
  };
  return { begun, release };
}

function reservations(api: AnApi, count: number): Promise<Response>[] {
  return Array.from({ length: count }, (_, number) =>
    api.post('/v1/redemptions', aReserveBody(), `key-${number}`).then((answer) => answer),
  );
}

it('has so many moves of one merchant under way at once, and no more of a crowd; all are done in the end', async () => {
  const api = anApi();
  const { begun, release } = held(api);
  const crowd = reservations(api, CROWD);
  await until('as many have begun as may', () => Promise.resolve(begun.length === AT_ONCE), 60_000);
  // Whoever waits has begun nothing: not even the key is taken.
  expect(api.asked.filter((name) => name === 'idempotency.claim')).toHaveLength(AT_ONCE);
  release();
  expect((await Promise.all(crowd)).map(({ status }) => status)).toEqual(
    Array.from({ length: CROWD }, () => 201),
  );
  expect(begun).toHaveLength(AT_ONCE);
});

it('tells whoever waited in vain to ask again, who then is served; nothing of theirs was begun or written down', async () => {
  const api = anApi();
  const { begun, release } = held(api);
  const first = reservations(api, AT_ONCE);
  await until('as many have begun as may', () => Promise.resolve(begun.length === AT_ONCE), 60_000);
  const before = [...api.asked];
  const late = await api.post('/v1/redemptions', aReserveBody(), 'late');
  expect(late.status).toBe(503);
  expect(problemIn(late).code).toBe('service_unavailable');
  const since = api.asked.slice(before.length);
  expect(
    since.filter((name) => name.startsWith('idempotency') || name.startsWith('counterAttempts')),
  ).toEqual([]);
  release();
  await Promise.all(first);
  expect((await api.post('/v1/redemptions', aReserveBody(), 'late')).status).toBe(201);
});

it('lets a balance be used while vouchers wait for the run of their sale', async () => {
  const api = withVoucher();
  const { begun, release } = held(api);
  const uses = Array.from({ length: AT_ONCE }, (_, number) =>
    api.post(path('redeem'), sale(), `use-${number}`).then((answer) => answer),
  );
  // As many as pass to one run.
  await until('vouchers to wait for it', () => Promise.resolve(begun.length === 3), 60_000);
  api.runs.behave = () => undefined;
  expect((await api.post('/v1/redemptions', aReserveBody(), 'balance')).status).toBe(201);
  release();
  await Promise.all(uses);
});
