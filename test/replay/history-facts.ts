/** An event of a recorded history, as its JSON has it. */
export interface RecordedEvent {
  eventId: string;
  eventType: string;
  [attributes: string]: unknown;
}

type Attributes = Record<string, unknown>;

/**
 * What happens in a history, in its order, each thing in a few words after the name of the workflow, such as `sale: update claimSale`.
 * Workflow tasks and the starts of steps are left out.
 */
export function factsOf(events: readonly RecordedEvent[]): string[] {
  const named = new Map<string, string>();
  const workflow = text(attributesOf(events[0]), 'workflowType', 'name');
  return events.flatMap((event) => {
    const fact = factOf(event, attributesOf(event), named);
    return fact === null ? [] : [`${workflow}: ${fact}`];
  });
}

/** @param named what the events so far have begun, by the ids with which later ones name it */
function factOf(
  { eventId, eventType, userMetadata }: RecordedEvent,
  of: Attributes,
  named: Map<string, string>,
): string | null {
  const begin = (what: string, id = eventId): string => {
    named.set(id, what);
    return what;
  };
  const begun = (id: string): string => named.get(id) ?? 'something';
  switch (eventType.replace('EVENT_TYPE_', '')) {
    case 'WORKFLOW_EXECUTION_STARTED':
      return text(of, 'continuedExecutionRunId') === '' ? 'starts' : 'goes on from a former run';
    case 'WORKFLOW_EXECUTION_SIGNALED':
      return `signal ${text(of, 'signalName')}`;
    case 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED':
      return begin(`update ${text(of, 'acceptedRequest', 'input', 'name')}`);
    case 'WORKFLOW_EXECUTION_UPDATE_COMPLETED':
      return `${begun(text(of, 'acceptedEventId'))} ${at(of, 'outcome', 'failure') ? 'is refused' : 'is answered'}`;
    case 'ACTIVITY_TASK_SCHEDULED':
      return begin(`step ${text(of, 'activityType', 'name')}`);
    case 'ACTIVITY_TASK_FAILED':
      return `${begun(text(of, 'scheduledEventId'))} fails`;
    case 'ACTIVITY_TASK_CANCEL_REQUESTED':
      return `${begun(text(of, 'scheduledEventId'))} is cancelled`;
    case 'TIMER_STARTED':
      return begin(`timer "${summaryOf(userMetadata)}"`, text(of, 'timerId'));
    case 'TIMER_FIRED':
      return `${begun(text(of, 'timerId'))} fires`;
    case 'TIMER_CANCELED':
      return `${begun(text(of, 'timerId'))} is cancelled`;
    case 'MARKER_RECORDED':
      return text(of, 'markerName') === 'core_patch'
        ? `patch ${patchOf(of)}`
        : `marker ${text(of, 'markerName')}`;
    default:
      return ENDS[eventType.replace('EVENT_TYPE_', '')] ?? null;
  }
}

const ENDS: Record<string, string> = {
  UPSERT_WORKFLOW_SEARCH_ATTRIBUTES: 'attributes',
  WORKFLOW_EXECUTION_CANCEL_REQUESTED: 'somebody cancels',
  WORKFLOW_EXECUTION_COMPLETED: 'completes',
  WORKFLOW_EXECUTION_FAILED: 'fails',
  WORKFLOW_EXECUTION_CANCELED: 'ends as cancelled',
  WORKFLOW_EXECUTION_CONTINUED_AS_NEW: 'continues as new',
};

function attributesOf(event: RecordedEvent | undefined): Attributes {
  const [, attributes = {}] =
    Object.entries(event ?? {}).find(([key]) => key.endsWith('EventAttributes')) ?? [];
  return attributes as Attributes;
}

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Attributes | null | undefined)?.[key], value);
}

function text(value: unknown, ...path: string[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
}

function payloadOf(payload: unknown): unknown {
  return JSON.parse(Buffer.from(text(payload, 'data'), 'base64').toString('utf8'));
}

function summaryOf(metadata: unknown): string {
  const summary = at(metadata, 'summary');
  return summary ? String(payloadOf(summary)) : '';
}

function patchOf(of: Attributes): string {
  return text(payloadOf(at(of, 'details', 'patch-data', 'payloads', '0')), 'id');
}
