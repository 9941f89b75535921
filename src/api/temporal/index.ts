export { createTemporalGateway } from './client-gateway';
export { EngineUnavailableError, OutcomeUnknownError, RefusedByWorkflow } from './errors';
export type { TemporalGateway } from './gateway';
