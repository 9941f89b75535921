import type { WorkflowHandle } from '@temporalio/client';

type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;
type HistoryEvent = NonNullable<History['events']>[number];

/** Set by the SDK where a workflow asks for its version, and free. */
const FREE_ATTRIBUTE = 'TemporalChangeVersion';

/**
 * How many Actions Temporal Cloud bills for a run, by its history (https://docs.temporal.io/cloud/actions): the start, unless a signal
 * came with it; each signal, accepted update, step, repetition of a step, timer, and upsert of search attributes; and the markers of
 * one workflow task together. Heartbeats leave no event: steps that take seconds cost more.
 */
export function billedActions(events: readonly HistoryEvent[]): number {
  const tasksWithMarkers = new Set<string>();
  let actions = 0;
  for (const [index, event] of events.entries()) {
    if (event.workflowExecutionStartedEventAttributes && !isSignal(events[index + 1])) actions += 1;
    if (isSignal(event)) actions += 1;
    if (event.workflowExecutionUpdateAcceptedEventAttributes) actions += 1;
    if (event.activityTaskScheduledEventAttributes) actions += 1;
    actions += Math.max(0, (event.activityTaskStartedEventAttributes?.attempt ?? 1) - 1);
    if (event.timerStartedEventAttributes) actions += 1;
    if (isBilledUpsert(event)) actions += 1;
    const marker = event.markerRecordedEventAttributes;
    if (marker) tasksWithMarkers.add(String(marker.workflowTaskCompletedEventId));
  }
  return actions + tasksWithMarkers.size;
}

function isSignal(event: HistoryEvent | undefined): boolean {
  return event?.workflowExecutionSignaledEventAttributes != null;
}

function isBilledUpsert({ upsertWorkflowSearchAttributesEventAttributes: upsert }: HistoryEvent): boolean {
  if (!upsert) return false;
  return Object.keys(upsert.searchAttributes?.indexedFields ?? {}).some((name) => name !== FREE_ATTRIBUTE);
}
