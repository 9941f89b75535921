import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';

/**
 * Every time limit and retry of every step, in one place. After a worker dies, a step is started again when its
 * `startToCloseTimeout` (or heartbeat) has passed: that is how long recovery takes, so steps on MongoDB have little.
 */

/** Steps that only touch MongoDB and Temporal: they go on trying for as long as MongoDB is away. */
export const ledger = proxyActivities<
  Pick<
    Activities,
    | 'settleBenefit'
    | 'activateBenefit'
    | 'expireBenefit'
    | 'reserveBalance'
    | 'confirmRedemption'
    | 'releaseRedemption'
    | 'rollbackRedemption'
    | 'timeOutRedemption'
    | 'wakeSales'
  >
>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '30s' },
});

/** Steps that ask Bling: an outage of days loses nothing, and its limits are waited out. */
export const source = proxyActivities<Pick<Activities, 'readSale' | 'identifyCustomer'>>({
  startToCloseTimeout: '90s',
  heartbeatTimeout: '6s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10m' },
});

/** The step that writes to the customer; what the outside refuses or delays is in the outbox, not here. */
export const outbox = proxyActivities<Pick<Activities, 'sendMessage'>>({
  startToCloseTimeout: '1m',
  heartbeatTimeout: '6s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
});
