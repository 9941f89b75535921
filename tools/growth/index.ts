export { CustomerHistory } from './customer-history';
