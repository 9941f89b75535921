import type { components } from './schema';

export { answered, bodyOf, NoAnswer, Refused } from './answer';
export type { Answer } from './answer';
export type { CounterAttempt, CounterCustomer, CounterFound, Membership, Role, Session } from './awaited';
export { api, ROOT } from './client';
export { chooseMerchant, chosenMerchant } from './merchant-choice';
export type Voucher = components['schemas']['Voucher'];
export type { Paths } from './paths';
