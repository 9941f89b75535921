export { calculateBenefit } from './calculate';
export type { Calculation, EarnedGrant, EarningFacts, RuleExplanation } from './calculation';
export { deservedAfterReturns, largestRemainder, lineShares } from './share';
