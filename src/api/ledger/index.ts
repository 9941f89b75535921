export { adjustmentRoutes } from './adjustment-routes';
export { entryText, movedAmount } from './entry-text';
export { ledgerRoutes } from './ledger-routes';
export { statementLineExample, statementPageSchema, statementSchema } from './statement-schema';
export { statementLineView } from './statement-view';
export { balanceFields, walletExample, walletSchema } from './wallet-schema';
