import type { HoldUp, SendVerdict } from './send-error';

/*
 * The verdicts that failures of every provider lead to. A provider's own codes and errors lead to one of these, or to one that
 * only that provider knows.
 */

/** The provider has too much to do. */
export const BUSY: SendVerdict = { outcome: 'retry', scope: 'message', reason: 'busy' };
/** The recipient has no such address there, or refuses mail. */
export const UNREACHABLE: SendVerdict = { outcome: 'refused', scope: 'recipient', reason: 'unreachable' };
/** The provider will never take this message. */
export const INVALID: SendVerdict = { outcome: 'refused', scope: 'message', reason: 'invalid_message' };
/** Nothing can have been handed over. */
export const NO_CONNECTION: SendVerdict = { outcome: 'retry', scope: 'sender', reason: 'no_connection' };
/** The server could not prove who it is; nothing was handed over, and nothing will be until somebody mends that. */
export const CERTIFICATE_REFUSED: SendVerdict = {
  outcome: 'retry',
  scope: 'sender',
  reason: 'certificate_refused',
  retryAfterMs: 15 * 60_000,
};
/** It may have been handed over. No provider takes an id to tell a repetition by, so it is not sent again on suspicion. */
export const NO_ANSWER: SendVerdict = { outcome: 'unknown', scope: 'message', reason: 'no_answer' };
/** A wrong password, an unknown sender or an unpaid account is ours to correct, and no reason to lose the message. */
export const SENDER_BLOCKED: SendVerdict = {
  outcome: 'retry',
  scope: 'sender',
  reason: 'sender_blocked',
  retryAfterMs: 15 * 60_000,
  holds: { what: 'sender', firstMs: 15 * 60_000, factor: 2, mostMs: 3_600_000, alert: true },
};
/** More than the provider takes in a while. It passes by itself, sooner where nobody goes on asking. */
export const TOO_MUCH: SendVerdict = {
  ...BUSY,
  scope: 'sender',
  holds: { what: 'sender', firstMs: 2_000, factor: 2, mostMs: 5 * 60_000, alert: false },
};

/** How long something is held up after so many failures before this one. */
export function holdMs({ firstMs, factor, mostMs }: HoldUp, before: number): number {
  return Math.min(firstMs * factor ** before, mostMs);
}
