export { currentInstant } from './clock';
export type { ActivityDeps } from './deps';
export { FailureInterceptor } from './failures';
export { HeartbeatInterceptor, tellProgress } from './heartbeats';
export { stepContext } from './log-context';
