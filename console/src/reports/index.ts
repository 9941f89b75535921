export { LotsPage } from './lots-page';
export { MovementsPage } from './movements-page';
export { ReportsPage } from './reports-page';
