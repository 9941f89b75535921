import type { NodemailerError } from 'nodemailer';
import { SendError } from './send-error';
import type { SendVerdict } from './send-error';

const MINUTE_MS = 60_000;

const BUSY: SendVerdict = { outcome: 'retry', scope: 'message', reason: 'busy' };
const UNREACHABLE: SendVerdict = { outcome: 'refused', scope: 'recipient', reason: 'unreachable' };
const INVALID: SendVerdict = { outcome: 'refused', scope: 'message', reason: 'invalid_message' };
const NO_CONNECTION: SendVerdict = { outcome: 'retry', scope: 'sender', reason: 'no_connection' };
const NO_ANSWER: SendVerdict = { outcome: 'unknown', scope: 'message', reason: 'no_answer' };
/** A wrong password or an unknown sender is ours to correct, and no reason to lose the message. */
const SENDER: SendVerdict = {
  outcome: 'retry',
  scope: 'sender',
  reason: 'sender_blocked',
  retryAfterMs: 15 * MINUTE_MS,
};

/** Too large for the server, which some say already when the sender is named (RFC 1870). */
const TOO_LARGE = 552;

/**
 * The failure behind an error of the SMTP transport. The server's reply decides; without one, whether any of
 * the message's bytes had left. The error's own text is dropped: servers quote the recipient in it.
 *
 * @param handedOver Whether the server had begun to receive the message itself.
 */
export function mailFailure(error: NodemailerError, handedOver: boolean): SendError {
  const code = error.responseCode === undefined ? (error.code ?? 'smtp') : String(error.responseCode);
  return new SendError('E-mail', code, judge(error, handedOver));
}

function judge({ responseCode, command, code }: NodemailerError, handedOver: boolean): SendVerdict {
  if (responseCode === undefined) {
    if (handedOver) return NO_ANSWER;
    return code === 'EENVELOPE' ? UNREACHABLE : NO_CONNECTION;
  }
  if (command?.startsWith('AUTH')) return SENDER;
  if (responseCode < 500) return BUSY;
  if (command === 'RCPT TO') return UNREACHABLE;
  if (command === 'DATA' || responseCode === TOO_LARGE) return INVALID;
  return command === 'MAIL FROM' ? SENDER : NO_CONNECTION;
}
