import type { CustomerInput } from '../../workflows';
import { currentInstant } from '../runtime';
import type { ActivityDeps } from '../runtime';
import { lookAtCustomer } from './look-at-customer';
import type { CustomerOutcome } from './look-at-customer';
import { createWakeCustomers } from './wake-customers';
import type { CustomersWoken } from './wake-customers';
import { giveUpOnCustomer, writeToCustomer } from './write-to-customer';

/** What is told to a customer rather than about one sale, step by step. */
export interface FollowUpSteps {
  lookAtCustomer: (input: CustomerInput) => Promise<CustomerOutcome>;
  writeToCustomer: (input: CustomerInput, key: string) => Promise<CustomerOutcome>;
  giveUpOnCustomer: (input: CustomerInput, key: string) => Promise<CustomerOutcome>;
  wakeCustomers: (merchantId: string) => Promise<CustomersWoken>;
}

export function createFollowUpSteps(deps: ActivityDeps): FollowUpSteps {
  const look = async (input: CustomerInput): Promise<CustomerOutcome> => {
    const { next, details } = await lookAtCustomer(deps.store, input, currentInstant());
    return { next, details };
  };
  return {
    lookAtCustomer: look,
    async writeToCustomer(input, key) {
      await writeToCustomer(deps, input, key, currentInstant());
      return look(input);
    },
    async giveUpOnCustomer(input, key) {
      await giveUpOnCustomer(deps, input, key, currentInstant());
      return look(input);
    },
    wakeCustomers: createWakeCustomers(deps),
  };
}
