import type { MessageCase, WaitReason } from '../../loyalty';
import type { Message, MessageDecision } from '../../store';

/** What is decided about a message that waits or not, beside the case that all of its notice share. */
type OwnCase = Pick<MessageCase, 'since' | 'waitedFor'>;

/** How one of earlier versions waited: it had no decision. */
const FORMERLY_HELD = 'not_live';

/** Whether it waits by a decision, and was never begun since. */
export function isWaiting({ state, reason, decision }: WaitingMark): boolean {
  if (state !== 'queued') return false;
  return decision === undefined ? reason === FORMERLY_HELD : decision.do === 'wait';
}

type WaitingMark = Pick<Message, 'state' | 'reason' | 'decision'>;

/** Whether nobody was told anything by it: it was not sent, or has still to be. */
export function toldNobody(message: WaitingMark): boolean {
  return message.state === 'skipped' || (message.state === 'queued' && !mayHaveGone(message));
}

/** On its way, or queued for no reason: it was sent once, and nobody knows how that ended. */
export function mayHaveGone({ state, reason }: Pick<Message, 'state' | 'reason'>): boolean {
  return state === 'sending' || (state === 'queued' && reason === null);
}

/** It was ended because its notice was no longer due: where that is due again, it begins anew. */
export function mayBeginAnew({ state, decision }: Pick<Message, 'state' | 'decision'>): boolean {
  return state === 'skipped' && decision?.because === 'no_longer_due';
}

/** What of the case is the message's own. */
export function ownCase(message: Message): OwnCase {
  return { since: message.createdAt.getTime(), waitedFor: isWaiting(message) ? waitedFor(message) : null };
}

function waitedFor({ decision }: Message): WaitReason | null {
  return decision === undefined ? FORMERLY_HELD : (decision.because as WaitReason | null);
}

/** From when on a message may be tried for a day: what it waited for its turn does not count. */
export function triedFrom({ createdAt, heldUntil }: Pick<Message, 'createdAt' | 'heldUntil'>): number {
  return Math.max(createdAt.getTime(), heldUntil?.getTime() ?? 0);
}

/**
 * How a message ends that is not sent because its notice is no longer due. Its reason is that nobody was written to, where it waited for that:
 * whoever comes back by themselves then was not invited, and reports do not count them so. Either way it may begin anew.
 */
export function noLongerDue(
  message: Message,
  now: Date,
): { state: 'skipped'; reason: string; decision: MessageDecision } {
  const isLive = ownCase(message).waitedFor !== 'not_live';
  const decision: MessageDecision = { at: now, do: 'skip', because: 'no_longer_due', until: null };
  return { state: 'skipped', reason: isLive ? 'no_longer_due' : 'not_live', decision };
}
