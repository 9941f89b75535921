export { connectionView } from './connection';
export { customerView } from './customer';
export { iso } from './instants';
export { receiptView, redemptionView } from './redemption';
export { saleSummaryView, saleView } from './sale';
export { statementLineView } from './statement';
export { walletView } from './wallet';
