import { activityInfo } from '@temporalio/activity';

/** The peer's only step. */
export interface PeerActivities {
  /** Does nothing. `last`: the workflow is then through, which is all the bench wants to know of it. */
  nothing(last: boolean): Promise<void>;
}

/** @param through takes the ids of workflows that have done their last step */
export function createPeerActivities(through: string[]): PeerActivities {
  return {
    nothing(last) {
      if (last) through.push(activityInfo().workflowExecution!.workflowId);
      return Promise.resolve();
    },
  };
}
