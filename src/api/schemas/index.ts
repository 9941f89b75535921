export { adjustmentSchema } from './adjustment';
export {
  connectionChangeSchema,
  connectionExample,
  connectionListSchema,
  connectionSchema,
} from './connection';
export { customerExample, customerListSchema, customerSchema, customerSearchSchema } from './customer';
export { programExample, programSchema, programVersionSchema } from './program';
export { actedBySchema, redemptionExample, redemptionSchema, reserveSchema } from './redemption';
export { saleExample, saleSummaryExample } from './sale-example';
export { saleListSchema, saleQuerySchema, saleSchema, saleSummarySchema } from './sale';
export { statementLineExample, statementLineSchema, statementPageSchema, statementSchema } from './statement';
export { walletExample, walletSchema } from './wallet';
