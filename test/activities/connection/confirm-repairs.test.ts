import { describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createConfirmRepairs } from '../../../src/activities/connection';
import type { ActivityDeps } from '../../../src/activities/runtime';
import type { Sale } from '../../../src/loyalty';
import type { FoundWhy } from '../../../src/store';
import { aSale, NOW } from '../../api/builders';

const LISTED = { outcome: 'completed' as const, totalCents: 19_000, contactId: '77' };

/** Whether what was found now counts as right, with its sale as it is by then. */
async function isRight(why: FoundWhy, source: Partial<Sale['source']> = {}): Promise<boolean> {
  const orderId = '26737100001';
  const deps: unknown = {
    store: {
      reconciliations: {
        unrepaired: () => Promise.resolve([{ orderId, why, listed: LISTED, at: new Date(NOW) }]),
        repaired: () => Promise.resolve(),
        sum: () => Promise.resolve(null),
      },
      sales: { get: () => Promise.resolve(aSale({ source: { readAt: NOW - 1, ...source } })) },
    },
  };
  const input = { merchantId: 'mer_mine', connectionId: 'con_1', reconciliationId: 'rec_1' };
  const ask = () => createConfirmRepairs(deps as ActivityDeps)(input);
  const env = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
  return (await env.run<[], { left: number; details: string }, typeof ask>(ask)).left === 0;
}

describe('what a comparison has found', () => {
  it('in a row is right once the sale agrees with that', async () => {
    expect(await isRight('situation')).toBe(true);
    expect(await isRight('situation', { status: 'open' })).toBe(false);
  });

  it.each(['content', 'unlisted'] as const)(
    'by reading the order itself (%s) is right once that was read again: the row agreed before',
    async (why) => {
      expect(await isRight(why)).toBe(false);
      expect(await isRight(why, { readAt: NOW })).toBe(true);
    },
  );
});
