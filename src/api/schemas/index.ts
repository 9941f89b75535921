export { adjustmentSchema } from '../ledger/adjustment-schema';
export { alertExample, alertListSchema, alertQuerySchema, alertSchema } from '../alert/alert-schema';
export {
  connectionChangeSchema,
  connectionExample,
  connectionListSchema,
  connectionSchema,
} from '../connection/connection-schema';
export {
  customerChangeSchema,
  customerExample,
  customerListSchema,
  customerSchema,
  customerSearchSchema,
  segments,
} from '../customer/customer-schema';
export { fileImportExample, fileImportSchema, importQuerySchema } from '../import/file-import-schema';
export { mergeExample, mergeListSchema, mergeRequestSchema, mergeSchema, undoMergeSchema } from '../customer/merge-schema';
export { postedSaleAt, postedSaleExample, postedSaleSchema } from '../sale/posted-sale-schema';
export {
  programExample,
  programSchema,
  programVersionSchema,
  publishedProgramSchema,
  regulationSchema,
} from '../program/program-schema';
export {
  resolveReviewSchema,
  reviewExample,
  reviewListSchema,
  reviewQuerySchema,
  reviewSchema,
} from '../review/review-schema';
export { actedBySchema, redemptionExample, redemptionSchema, reserveSchema } from '../redemption/redemption-schema';
export { benefitSchema } from '../sale/sale-benefit-schema';
export { claimSchema, returnGoodsSchema } from '../sale/sale-change-schema';
export { saleExample, saleSummaryExample } from '../sale/sale-example';
export {
  simulationExample,
  simulationRequestExample,
  simulationRequestSchema,
  simulationSchema,
} from '../simulation/simulation-schema';
export { referenceSaleExample, referenceSaleSchema, testSaleExample, testSaleSchema } from '../connection/reference-sale/reference-sale-schema';
export { saleListSchema, saleQuerySchema, saleSchema, saleSummarySchema } from '../sale/sale-schema';
export { statementLineExample, statementLineSchema, statementPageSchema, statementSchema } from '../ledger/statement-schema';
export { verificationExample, verificationQuerySchema, verificationSchema } from '../ledger/verification-schema';
export {
  voucherExample,
  voucherGiveBackSchema,
  voucherLookSchema,
  voucherSchema,
  voucherUseExample,
  voucherUseRequestSchema,
  voucherUseSchema,
} from '../redemption/voucher-schema';
export {
  voucherAttemptExample,
  voucherAttemptListSchema,
  voucherAttemptPageSchema,
  voucherAttemptQuerySchema,
  voucherAttemptSchema,
} from '../redemption/voucher-attempt-schema';
export { walletExample, walletSchema } from '../ledger/wallet-schema';
