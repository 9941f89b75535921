export { checkProgram } from './check';
export { atMost, zoneText } from './fields';
export { publishedProgram, withEndsThatStand } from './published';
export type { ProgramProblem } from '../words/issues';
export type { Conditions, GrantType, Rule, RuleGrant } from './rule-schema';
export { programSchema } from './schema';
export type { Program, ProgramInput, VoucherTemplate } from './schema';
