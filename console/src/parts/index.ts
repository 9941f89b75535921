export { FailureNotice } from './failure-notice';
export { useAction } from './use-action';
export type { Action } from './use-action';
export { useLoaded } from './use-loaded';
