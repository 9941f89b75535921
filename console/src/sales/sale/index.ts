export { SalePage } from './sale-page';
