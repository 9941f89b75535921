export { adjustmentSchema } from './adjustment';
export { alertExample, alertListSchema, alertQuerySchema, alertSchema } from './alert';
export {
  connectionChangeSchema,
  connectionExample,
  connectionListSchema,
  connectionSchema,
} from './connection';
export {
  customerChangeSchema,
  customerExample,
  customerListSchema,
  customerSchema,
  customerSearchSchema,
  segments,
} from './customer';
export { fileImportExample, fileImportSchema, importQuerySchema } from './file-import';
export { mergeExample, mergeListSchema, mergeRequestSchema, mergeSchema, undoMergeSchema } from './merge';
export { postedSaleAt, postedSaleExample, postedSaleSchema } from './posted-sale';
export {
  programExample,
  programSchema,
  programVersionSchema,
  publishedProgramSchema,
  regulationSchema,
} from './program';
export {
  resolveReviewSchema,
  reviewExample,
  reviewListSchema,
  reviewQuerySchema,
  reviewSchema,
} from './review';
export { actedBySchema, redemptionExample, redemptionSchema, reserveSchema } from './redemption';
export { benefitSchema } from './sale-benefit';
export { claimSchema, returnGoodsSchema } from './sale-change';
export { saleExample, saleSummaryExample } from './sale-example';
export {
  simulationExample,
  simulationRequestExample,
  simulationRequestSchema,
  simulationSchema,
} from './simulation';
export { referenceSaleExample, referenceSaleSchema, testSaleExample, testSaleSchema } from './reference-sale';
export { saleListSchema, saleQuerySchema, saleSchema, saleSummarySchema } from './sale';
export { statementLineExample, statementLineSchema, statementPageSchema, statementSchema } from './statement';
export { verificationExample, verificationQuerySchema, verificationSchema } from './verification';
export {
  voucherExample,
  voucherGiveBackSchema,
  voucherLookSchema,
  voucherSchema,
  voucherUseExample,
  voucherUseRequestSchema,
  voucherUseSchema,
} from './voucher';
export {
  voucherAttemptExample,
  voucherAttemptListSchema,
  voucherAttemptPageSchema,
  voucherAttemptQuerySchema,
  voucherAttemptSchema,
} from './voucher-attempt';
export { walletExample, walletSchema } from './wallet';
