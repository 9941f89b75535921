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

/*
 * `SaleStatus` is the status of the sale's benefit, or one of these, which only a run has.
 */

/** A sale whose run has begun and has not read it yet: set when the run is started. */
export const READING = 'reading';
/** A sale whose source has been asked in vain for minutes. What was known of it holds until it can be read. */
export const UNREADABLE = 'unreadable';
/** A sale whose source is not asked any more until its connection is put right. What was known of it goes on. */
export const PARKED = 'parked';
