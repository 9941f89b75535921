import type { components } from './schema';

export { answered, bodyOf, isFinal, NoAnswer, Refused } from './answer';
export type { Answer } from './answer';
export { api, ROOT } from './client';
export { chooseMerchant, chosenMerchant, workFor } from './merchant-choice';
export { newKey } from './new-key';
export type CounterAttempt = components['schemas']['CounterAttempt'];
export type CounterCustomer = components['schemas']['CounterCustomer'];
export type CounterFound =
  | components['schemas']['CounterCustomers']
  | components['schemas']['CounterVoucher']
  | components['schemas']['CounterNothing'];
export type CounterLimits = NonNullable<components['schemas']['CounterCustomers']['limits']>;
export type Voucher = components['schemas']['Voucher'];
export type { Paths } from './paths';
export type Registered = components['schemas']['RegisteredCustomer'];
export type Session = components['schemas']['Session'];
export type Membership = Session['merchants'][number];
export type Role = Membership['role'];

/** Something the API answers, by its name in the OpenAPI document. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];
