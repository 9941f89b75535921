export { SalePage } from './sale';
export { SalesPage } from './sales-page';
export { StatusBadge } from './status-badge';
