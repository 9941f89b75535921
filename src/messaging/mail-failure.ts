import type { NodemailerError } from 'nodemailer';
import { SendError } from './send-error';
import type { SendVerdict } from './send-error';
import { BUSY, INVALID, NO_ANSWER, NO_CONNECTION, SENDER_BLOCKED, UNREACHABLE } from './verdicts';

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
  if (command?.startsWith('AUTH')) return SENDER_BLOCKED;
  if (responseCode < 500) return BUSY;
  if (command === 'RCPT TO') return UNREACHABLE;
  if (command === 'DATA' || responseCode === TOO_LARGE) return INVALID;
  return command === 'MAIL FROM' ? SENDER_BLOCKED : NO_CONNECTION;
}
