export { StoreNotOpenError } from './outage';
export { malformed, Problem, problemOf, problemSchema, sendProblem } from './problem';
export type { FieldError } from './problem';
export { isProblemCode } from './problem-catalogue';
export type { ProblemCode } from './problem-catalogue';
export type { Facts } from './problem-kind';
