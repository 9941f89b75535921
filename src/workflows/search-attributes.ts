import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/** What operators filter runs by in the Temporal UI. Registered on the cluster by `npm run temporal:setup`. */
export const searchAttributes = {
  merchantId: defineSearchAttributeKey('MerchantId', SearchAttributeType.KEYWORD),
  customerId: defineSearchAttributeKey('CustomerId', SearchAttributeType.KEYWORD),
  saleChannel: defineSearchAttributeKey('SaleChannel', SearchAttributeType.KEYWORD),
  saleStatus: defineSearchAttributeKey('SaleStatus', SearchAttributeType.KEYWORD),
  saleNumber: defineSearchAttributeKey('SaleNumber', SearchAttributeType.KEYWORD),
  benefitCents: defineSearchAttributeKey('BenefitCents', SearchAttributeType.INT),
  nextStepAt: defineSearchAttributeKey('NextStepAt', SearchAttributeType.DATETIME),
} as const;
