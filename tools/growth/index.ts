export { CustomerHistory } from './customer-history';
export { openDatabase } from './database';
export { giveLots, giveMany } from './many';
export { aMerchant, PROGRAM } from './merchant';
