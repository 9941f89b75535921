/**
 * What is known about a message that did not get a clean "accepted". `retry`: it certainly did not go out,
 * and may go later. `refused`: it did not go out and the same message never will. `unknown`: it may have gone
 * out; sending it again blindly could reach the customer twice.
 */
export type SendOutcome = 'retry' | 'refused' | 'unknown';

/**
 * What the trouble is about. `sender` and `template` hold up every message of that sender or template until
 * somebody acts: raise an alarm, and use another channel rather than wait if there is one.
 */
export type SendScope = 'message' | 'recipient' | 'sender' | 'template';

/** Why, in a stable word. */
export type SendReason =
  | 'busy'
  | 'too_fast_for_recipient'
  | 'marketing_limit'
  | 'unreachable'
  | 'experiment'
  | 'opted_out'
  | 'sender_blocked'
  | 'template_blocked'
  | 'invalid_message'
  | 'no_connection'
  | 'certificate_refused'
  | 'no_answer';

/** What a failure holds up beside its own message: whatever goes the same way waits, in every process. */
export interface HoldUp {
  what: 'sender' | 'template' | 'recipient';
  /** So long at first, with each further failure so many times as long, and never longer than the most. */
  firstMs: number;
  factor: number;
  mostMs: number;
  /** Whether it lasts until somebody acts, who is told. */
  alert: boolean;
}

/** What a failure means for the message, whoever delivers it. */
export interface SendVerdict {
  outcome: SendOutcome;
  scope: SendScope;
  reason: SendReason;
  /** The least time to wait before the next try. Absent: the caller's own back-off. */
  retryAfterMs?: number;
  /** So often it is tried at most where this is the answer, whatever other answers there were. Absent: for a day. */
  mostTries?: number;
  /** Absent: nothing else is held up. */
  holds?: HoldUp;
  /** It tells against the address itself: told so again, that counts as reaching nobody. */
  strikes?: true;
}

const MEANING: Record<SendReason, string> = {
  busy: 'the provider cannot take it now; repeat later',
  too_fast_for_recipient: 'too many messages to this recipient at once; repeat after the pause',
  marketing_limit: 'the recipient gets no more marketing for now; wait at least a day or use another channel',
  experiment: 'the recipient is in an experiment of the provider and gets no marketing; use another channel',
  unreachable: 'the recipient cannot be reached there; use another channel',
  opted_out: 'the recipient has stopped marketing messages; record it and do not try again',
  sender_blocked: 'the sending account is blocked, unpaid or not allowed; correct it with the provider',
  template_blocked: 'the template is missing, paused or does not fit; correct it with the provider',
  invalid_message: 'the provider does not accept this message; it needs a correction',
  no_connection: 'the provider cannot be reached; repeat later',
  certificate_refused:
    "the server's TLS certificate is not accepted (expired, self-signed, or of another name); correct it, or the server's name in the settings",
  no_answer: 'it was handed over but never acknowledged; wait for its status before sending it again',
};

/**
 * A message that was not accepted. Carries codes only: no recipient, no text of the message or of the
 * provider.
 */
export class SendError extends Error implements SendVerdict {
  readonly outcome: SendOutcome;
  readonly scope: SendScope;
  readonly reason: SendReason;
  readonly retryAfterMs?: number;
  readonly mostTries?: number;
  readonly holds?: HoldUp;
  readonly strikes?: true;

  /** @param code The provider's or the system's own code: `131026`, `550`, `ECONNREFUSED`. */
  constructor(
    channel: 'WhatsApp' | 'E-mail',
    readonly code: string,
    verdict: SendVerdict,
  ) {
    super(`${channel}: not sent (${code}): ${MEANING[verdict.reason]}.`);
    this.name = 'SendError';
    this.outcome = verdict.outcome;
    this.scope = verdict.scope;
    this.reason = verdict.reason;
    this.retryAfterMs = verdict.retryAfterMs;
    this.mostTries = verdict.mostTries;
    this.holds = verdict.holds;
    this.strikes = verdict.strikes;
  }
}
