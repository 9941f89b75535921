export { FactTable } from './fact-table';
export type { Fact } from './fact-table';
export { FailureNotice } from './failure-notice';
export { Part } from './part';
export { useAction } from './use-action';
export type { Action } from './use-action';
export { useCallKey } from './use-call-key';
export { useLoaded } from './use-loaded';
