export { FailureNotice } from './failure-notice';
export { useAction } from './use-action';
export type { Action } from './use-action';
export { useCallKey } from './use-call-key';
export { useLoaded } from './use-loaded';
