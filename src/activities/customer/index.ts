export { createIdentify, createIdentifyCustomer } from './identify-customer';
export { createCustomerMergeSteps } from './merge-steps';
export type { CustomerMergeSteps } from './merge-steps';
export { recognise } from './recognise';
