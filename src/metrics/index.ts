export {
  blingCalls,
  blingCircuitMoves,
  lostRunsWoken,
  messagesEnded,
  messagesReported,
  redemptionsMoved,
  salesReceived,
  salesSettled,
} from './business';
export { showFigures } from './figures';
export type { Figures } from './figures';
export { httpAnswers } from './http';
export { openOperatorServer } from './operator-server';
export type { OperatorServer, OperatorView } from './operator-server';
export { showQueues } from './queues';
export { collectProcessMetrics } from './registry';
