import { currentUpdateInfo } from '@temporalio/workflow';
import type { WaitedFor } from './definitions';
import { callIdOf } from './ids';

/** The id of the call being served: a step that is repeated finds by it that its work is done. */
export function callId(): string {
  const call = currentUpdateInfo();
  if (!call) throw new Error('A call id exists only while an update is served.');
  return callIdOf(call.id);
}

/** Until when the call's caller waits, for the step that does it; null: without an end. */
export function waitedUntil({ validUntil }: WaitedFor): string | null {
  return validUntil ?? null;
}
