export { createApp } from './app';
export { createBlingAccess } from './authorization';
export type { BlingAccess } from './authorization';
export type { AppDeps } from './deps';
export { lateStore } from './late-store';
export {
  createTemporalGateway,
  EngineUnavailableError,
  lazyConnection,
  OutcomeUnknownError,
  RefusedByWorkflow,
} from './temporal';
export type { TemporalGateway } from './temporal';
