export { spokenDuration } from './elapsed';
export type { Reporter } from './reporter';
export { runPlainly, runSteps } from './run-steps';
export type { Step } from './run-steps';
