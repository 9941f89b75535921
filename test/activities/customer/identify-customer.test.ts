import { describe, expect, it } from '@jest/globals';
import { createIdentifyCustomer } from '../../../src/activities/customer';
import type { ActivityDeps } from '../../../src/activities/runtime';
import type { StoreConnection } from '../../../src/store';
import { aConnection, aSale, NOW } from '../../api/builders';

/** The step for a sale whose contact is still to be looked up; `asked`: how often it was. */
async function identified(connection: Partial<StoreConnection> = {}) {
  const sale = aSale({ owner: { customerId: null, identifiedBy: null } });
  const deps: unknown = {
    store: {
      sales: { get: () => Promise.resolve(sale) },
      connections: { get: () => Promise.resolve(aConnection(connection)) },
    },
  };
  let asked = 0;
  const identify = (): Promise<{ customerId: string | null }> => {
    asked += 1;
    return Promise.resolve({ customerId: 'cus_7' });
  };
  const { id: saleId, merchantId, source } = sale;
  const step = createIdentifyCustomer(deps as ActivityDeps, identify);
  const input = { saleId, merchantId, settleMs: 0, ...source, connectionId: 'con_1' };
  return { ...(await step(input)), asked };
}

describe('looking up whose a sale is', () => {
  it('asks its company', async () => {
    expect(await identified()).toEqual({ customerId: 'cus_7', asked: 1 });
  });

  it.each(['paused', 'disconnected'] as const)('asks nobody while its connection is %s', async (as) => {
    const held = { as, at: new Date(NOW), revokedAt: null };
    expect(await identified({ held })).toEqual({ customerId: null, asked: 0 });
  });
});
