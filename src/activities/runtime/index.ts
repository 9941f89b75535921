export { currentInstant } from './clock';
export type { ActivityDeps } from './deps';
export { FailureInterceptor, toFailure } from './failures';
export { HeartbeatInterceptor, reportProgress } from './heartbeats';
export { stepContext } from './log-context';
