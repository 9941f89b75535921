import type { CustomerOutcome, CustomersWoken } from '../../../src/activities';
import { CUSTOMER_WORKFLOW, customerChanged, DAILY_SWEEP_WORKFLOW } from '../../../src/workflows';
import type { CustomerInput } from '../../../src/workflows';
import { begun, cancelled, ended, failing, wentOn } from './batch-run';
import { inSkippedTime, usually, whenFull } from './scenario';
import type { Scenario } from './scenario';
import { inTurn } from './stage';
import type { Script, Stage } from './stage';

const input = ({ merchantId }: Stage): CustomerInput => ({ merchantId, customerId: 'cus_example' });

/** Nothing is due soon. */
const rests = (): CustomerOutcome => ({ next: null, details: 'Cliente de exemplo' });

/** Something is to be told in so long. */
const due = (ms: number) => (): CustomerOutcome => ({
  next: { key: 'balance/2026-12/cus_example', at: new Date(Date.now() + ms).toISOString() },
  details: 'Cliente de exemplo',
});

const HOUR = 3_600_000;
const WOKEN: CustomersWoken = { looked: 2, woken: 1 };

function merchants(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `mer_${String(index).padStart(3, '0')}`);
}

/** A full page of merchants, then so many more. */
const aPage =
  (more: number): Script['listMerchants'] =>
  async (after) =>
    merchants(after === null ? 100 : more);

/** What is told to a customer by no sale, and the sweep that wakes who is due. */
export const customerScenarios: readonly Scenario[] = [
  usually('customer-has-nothing-to-be-told', (stage) =>
    ended(stage, CUSTOMER_WORKFLOW, 'nothing', input(stage), { lookAtCustomer: async () => rests() }),
  ),
  inSkippedTime('customer-is-written-to-when-it-is-due', (stage) =>
    ended(stage, CUSTOMER_WORKFLOW, 'due', input(stage), {
      lookAtCustomer: async () => due(HOUR)(),
      writeToCustomer: inTurn<CustomerOutcome>(due(2 * HOUR), rests),
    }),
  ),
  usually('customer-hears-news-while-it-waits', async (stage) => {
    const run = await begun(stage, CUSTOMER_WORKFLOW, 'news', input(stage), {
      lookAtCustomer: inTurn<CustomerOutcome>(due(HOUR), rests),
    });
    await stage.reaches(run, 'timer "Hora de escrever ao cliente"');
    await stage.client.workflow.getHandle(run.workflowId).signal(customerChanged);
    await stage.ends(run);
    return { run };
  }),
  usually('customer-message-is-given-up', (stage) =>
    ended(stage, CUSTOMER_WORKFLOW, 'given-up', input(stage), {
      lookAtCustomer: async () => due(0)(),
      writeToCustomer: failing,
      giveUpOnCustomer: async () => rests(),
    }),
  ),
  usually('customer-cancelled', (stage) =>
    cancelled(stage, CUSTOMER_WORKFLOW, 'cancelled', input(stage), (hold) => ({ lookAtCustomer: hold })),
  ),
  usually('customer-cannot-be-looked-at', (stage) =>
    ended(stage, CUSTOMER_WORKFLOW, 'fails', input(stage), { lookAtCustomer: failing }),
  ),
  whenFull('customer-continues-as-new', (stage) =>
    ended(stage, CUSTOMER_WORKFLOW, 'full', input(stage), manyTries()),
  ),
  whenFull('customer-goes-on', (stage) =>
    wentOn(stage, CUSTOMER_WORKFLOW, 'goes-on', input(stage), manyTries()),
  ),
  usually('sweep-of-two-merchants', (stage) =>
    ended(
      stage,
      DAILY_SWEEP_WORKFLOW,
      'two',
      {},
      {
        listMerchants: async () => merchants(2),
        wakeCustomers: inTurn<CustomersWoken>(() => WOKEN, failing),
      },
    ),
  ),
  usually('sweep-continues-after-a-page', (stage) =>
    ended(
      stage,
      DAILY_SWEEP_WORKFLOW,
      'page',
      {},
      { listMerchants: aPage(0), wakeCustomers: async () => WOKEN },
    ),
  ),
  usually('sweep-goes-on', (stage) =>
    wentOn(
      stage,
      DAILY_SWEEP_WORKFLOW,
      'goes-on',
      {},
      { listMerchants: aPage(1), wakeCustomers: async () => WOKEN },
    ),
  ),
  usually('sweep-cancelled', (stage) =>
    cancelled(stage, DAILY_SWEEP_WORKFLOW, 'cancelled', {}, (hold) => ({
      listMerchants: async () => merchants(2),
      wakeCustomers: hold,
    })),
  ),
];

/** Tried again and again, until the history is full; then there is nothing left to say. */
function manyTries(): Script {
  const tries = Array.from({ length: 8 }, () => due(0));
  return {
    lookAtCustomer: inTurn<CustomerOutcome>(due(0), rests),
    writeToCustomer: inTurn<CustomerOutcome>(...tries, rests),
  };
}
