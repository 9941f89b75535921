export { copyCustomer } from './copy-customer';
export { aTypicalCustomer } from './typical-customer';
