export { ClockInterceptor, currentInstant } from './clock';
export type { ActivityDeps } from './deps';
export { FailureInterceptor, isDefect, toFailure } from './failures';
export { HeartbeatInterceptor, reportProgress } from './heartbeats';
export { localDay, localTime } from './local-time';
export { stepContext } from './log-context';
export { MissingRecordError } from './missing-record';
export { spoken } from './spoken';
export { createRaiseDefect } from './raise-defect';
