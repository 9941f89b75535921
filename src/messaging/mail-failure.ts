import type { NodemailerError } from 'nodemailer';
import { isCertificateCode } from './certificate-codes';
import { SendError } from './send-error';
import type { SendVerdict } from './send-error';
import {
  BUSY,
  CERTIFICATE_REFUSED,
  INVALID,
  NO_ANSWER,
  NO_CONNECTION,
  SENDER_BLOCKED,
  UNREACHABLE,
} from './verdicts';

/** What nodemailer adds to an error whose code it has replaced by the kind of its own. */
type TransportError = NodemailerError & { originalCode?: string };

/** Too large for the server, which some say already when the sender is named (RFC 1870). */
const TOO_LARGE = 552;

/**
 * The failure behind an error of the SMTP transport. The server's reply decides; without one, whether any of
 * the message's bytes had left. The error's own text is dropped: servers quote the recipient in it.
 *
 * @param handedOver Whether the server had begun to receive the message itself.
 */
export function mailFailure(error: TransportError, handedOver: boolean): SendError {
  const code = error.responseCode === undefined ? systemCode(error) : String(error.responseCode);
  return new SendError('E-mail', code, judge(error, handedOver));
}

/** The system's own code where nodemailer has kept it beside its kind of error. */
function systemCode({ code, originalCode }: TransportError): string {
  return originalCode ?? code ?? 'smtp';
}

/** After STARTTLS nodemailer keeps no code of the cause, only OpenSSL's sentence about the certificate. */
function certificateRefused({ code, originalCode, message }: TransportError): boolean {
  return isCertificateCode(originalCode) || (code === 'ETLS' && /certificate/i.test(message));
}

/** The enhanced status (RFC 3463): 5.1.x is about the address itself, but for two of the sender's; others about who sends, or what. */
function isOfAddress({ response }: TransportError): boolean {
  return /^5\d\d[ -]5\.1\.(?:[0-46]|10)\b/.test(response ?? '');
}

function judge(error: TransportError, handedOver: boolean): SendVerdict {
  const { responseCode, command, code } = error;
  if (responseCode === undefined) {
    if (handedOver) return NO_ANSWER;
    if (certificateRefused(error)) return CERTIFICATE_REFUSED;
    return code === 'EENVELOPE' ? UNREACHABLE : NO_CONNECTION;
  }
  if (command?.startsWith('AUTH')) return SENDER_BLOCKED;
  if (responseCode < 500) return BUSY;
  if (command === 'RCPT TO') return isOfAddress(error) ? { ...UNREACHABLE, strikes: true } : UNREACHABLE;
  if (command === 'DATA' || responseCode === TOO_LARGE) return INVALID;
  return command === 'MAIL FROM' ? SENDER_BLOCKED : NO_CONNECTION;
}
