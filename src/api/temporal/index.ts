export { createTemporalGateway } from './client-gateway';
export { lazyConnection } from './connection';
export { EngineUnavailableError, OutcomeUnknownError, RefusedByWorkflow } from './errors';
export type { TemporalGateway } from './gateway';
