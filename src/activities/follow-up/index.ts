export type { CustomerOutcome } from './look-at-customer';
export { createFollowUpSteps } from './steps';
export type { FollowUpSteps } from './steps';
export type { CustomersWoken } from './wake-customers';
