export { createIdentifyCustomer } from './identify-customer';
export { recognise } from './recognise';
