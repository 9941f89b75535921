export { evaluateSale, evaluationNeeds, monthUsage, needsEvaluation } from './evaluate-sale';
export type { EvaluationNeeds, RuleUsage } from './evaluate-sale';
export { returnedLines } from './returned-lines';
export type { LineReturn } from './returned-lines';
export { isLive, isOver, monthOfSale } from './sale-record';
export type { SaleRecord, SaleState } from './sale-record';
export {
  explainAfterReturns,
  formerOwners,
  formerOwnersSettlement,
  ownersSettlement,
  refundable,
} from './settlement-of';
export type { PinnedVersion, SettlementContext } from './settlement-of';
