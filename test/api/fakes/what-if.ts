import { identityKeys } from '../../../src/loyalty';
import type {
  Customers,
  Ledger,
  Redemptions,
  Simulations,
  StoredSimulation,
  Wallets,
} from '../../../src/store';
import type { Holdings } from './holdings';

/** What only looks: reads of what would happen, and simulations. */
export interface WhatIf {
  customers: Pick<Customers, 'foresee'>;
  wallets: Pick<Wallets, 'foreseeUsage'>;
  ledger: Pick<Ledger, 'grantsOfSale'>;
  redemptions: Pick<Redemptions, 'ofSale' | 'loose' | 'asSaleCalls'>;
  simulations: Pick<Simulations, 'open' | 'get' | 'discard'>;
}

/** Nothing is used of any budget, and somebody is known by their document. */
export function whatIfIn(holds: Holdings): WhatIf {
  return {
    customers: {
      foresee(merchantId, contact) {
        const { strong } = identityKeys(contact);
        const known = holds.customers.find(
          ({ merchantId: other, document }) =>
            other === merchantId && document && strong.some((key) => key.endsWith(document.value)),
        );
        return Promise.resolve({ customerId: known?.id ?? null, changes: false });
      },
    },
    wallets: { foreseeUsage: () => Promise.resolve({ month: [], budget: {}, firstPurchase: true }) },
    ledger: {
      grantsOfSale: (_merchantId, saleId) =>
        Promise.resolve(holds.grants.filter((grant) => grant.saleId === saleId)),
    },
    redemptions: {
      ofSale: (merchantId, saleIds) =>
        Promise.resolve(
          holds.redemptions.filter(
            (one) => one.merchantId === merchantId && one.saleId !== null && saleIds.includes(one.saleId),
          ),
        ),
      asSaleCalls: (_merchantId, _storeId, uses) => Promise.resolve([...uses]),
      loose: (merchantId, refs) =>
        Promise.resolve(
          holds.redemptions.filter(
            (one) => one.merchantId === merchantId && one.saleId === null && refs.includes(one.saleRef ?? ''),
          ),
        ),
    },
    simulations: simulationsIn(holds),
  };
}

function simulationsIn({ simulations }: Holdings): WhatIf['simulations'] {
  return {
    open(fresh, most, now) {
      const running = simulations.filter(
        (one) => one.merchantId === fresh.merchantId && one.state === 'running',
      );
      if (running.length >= most) return Promise.resolve(null);
      const simulation: StoredSimulation = {
        ...fresh,
        id: `sim_${simulations.length + 1}`,
        state: 'running',
        failure: null,
        starts: 0,
        progress: { done: 0, total: 0 },
        result: null,
        createdAt: now,
        givenUpAt: new Date(now.getTime() + 46_800_000),
        finishedAt: null,
      };
      simulations.push(simulation);
      return Promise.resolve(simulation);
    },
    get: (merchantId, id) =>
      Promise.resolve(simulations.find((one) => one.merchantId === merchantId && one.id === id) ?? null),
    discard(_merchantId, id) {
      simulations.splice(0, simulations.length, ...simulations.filter((one) => one.id !== id));
      return Promise.resolve();
    },
  };
}
