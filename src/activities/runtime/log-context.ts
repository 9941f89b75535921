import { asyncLocalStorage } from '@temporalio/activity';

/** The ids of the run whose step is being carried out, for the log; nothing outside of a step. */
export function stepContext(): Record<string, string> {
  const info = asyncLocalStorage.getStore()?.info;
  return info?.workflowExecution
    ? {
        workflowId: info.workflowExecution.workflowId,
        runId: info.workflowExecution.runId,
        step: info.activityType,
      }
    : {};
}
