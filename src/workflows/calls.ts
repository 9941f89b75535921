import { currentUpdateInfo } from '@temporalio/workflow';

/** The id of the update being served: a step that is repeated finds by it that its work is done. */
export function callId(): string {
  const call = currentUpdateInfo();
  if (!call) throw new Error('A call id exists only while an update is served.');
  return call.id;
}
