export { newSale } from './new-sale';
export type { SaleOrigin } from './new-sale';
export { changedFields, isChangedBy, patched } from './patch';
export { purchaseRefs } from './refs';
export type {
  EvaluatedSale,
  PinnedFacts,
  Sale,
  SaleBenefit,
  SaleEvent,
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
export { isLive, isOver, standingOf } from './standing';
export type { LeftOfSale, Standing, StandingFacts } from './standing';
