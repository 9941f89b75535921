export {
  awaitsInvoice,
  buyerToldBy,
  consumerInvoiceKey,
  consumerInvoiceOf,
  isOrderBeside,
  namesInvoice,
} from './consumer-invoice';
export { benefitState, heldBalance } from './benefit-state';
export type { BenefitState } from './benefit-state';
export { holdingsIn, NO_HOLDINGS } from './holdings';
export type { SaleHoldings } from './holdings';
export { CLAIM_WINDOW_MS, latenessOf, whyHeld } from './lateness';
export { newSale } from './new-sale';
export { PARKED_REASONS } from './parked';
export type { ParkedReason, ParkedSale } from './parked';
export { changedFields, isChangedBy, patched } from './patch';
export { isBuyerUnasked, purchaseIds, purchaseRefs, refsOfUses } from './refs';
export { SALE_STATUSES, SOURCE_STATUSES } from './sale';
export type {
  EvaluatedSale,
  Lateness,
  PinnedFacts,
  Sale,
  SaleBenefit,
  SaleNotices,
  SaleOwner,
  SalePatch,
  SalePurchase,
  SaleReturn,
  SaleSource,
  SaleStatus,
  SaleTelling,
  SoldContent,
  SourceStatus,
} from './sale';
export type { DoneBy, SaleEvent } from './sale-event';
export { isLive, isOver, standingOf } from './standing';
export type { LeftOfSale, Standing, StandingFacts } from './standing';
export { saleStatus } from './status';
export { hasTurned, nextTurn, statusAt } from './turn';
export type { StatusTurn } from './turn';
export { isClaimedBy, returnMadeBy } from './same-request';
