export { alertView } from './alert';
export { connectionView } from './connection';
export { customerView } from './customer';
export { fileImportView } from './file-import';
export { iso } from './instants';
export { receiptView, redemptionView } from './redemption';
export { saleSummaryView, saleView } from './sale';
export { statementLineView } from './statement';
export { voucherAttemptView, voucherUseView, voucherView } from './voucher';
