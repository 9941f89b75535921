import { momentOf } from '../spread';

/** Whether a customer is one of those who are not asked to come back: the same ones for good, and more of them as the share grows. */
export function isHeldOut(customerId: string, percent: number): boolean {
  return momentOf(`holdout:${customerId}`) * 100 < percent;
}
