import type { Client } from '@temporalio/client';

/** How the updates of a run have ended, in order: `done`, or the code of the refusal. */
export async function updatesOf(client: Client, workflowId: string): Promise<string[]> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  return (events ?? []).flatMap(({ workflowExecutionUpdateCompletedEventAttributes: ended }) =>
    ended ? [codeOf(ended.outcome?.failure)] : [],
  );
}

interface Failed {
  cause?: Failed | null;
  applicationFailureInfo?: { type?: string | null } | null;
}

function codeOf(failure: Failed | null | undefined): string {
  if (!failure) return 'done';
  return failure.cause ? codeOf(failure.cause) : (failure.applicationFailureInfo?.type ?? '?');
}
