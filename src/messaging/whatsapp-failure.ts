import { z } from 'zod';
import { SendError } from './send-error';
import type { SendVerdict } from './send-error';
import { isCertificateCode } from './certificate-codes';
import { BUSY, CERTIFICATE_REFUSED, INVALID, NO_ANSWER, NO_CONNECTION } from './verdicts';
import { whatsAppVerdict } from './whatsapp-codes';

/** The system's codes for a connection that never stood, so that nothing can have been written to it. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const graphError = z.object({ error: z.object({ code: z.number().int() }) });

/** The failure behind an HTTP call that threw. */
export function transportFailure(error: unknown): SendError {
  const { name, cause } = error as { name?: unknown; cause?: { code?: unknown } };
  if (name === 'TimeoutError') return failure('timeout', NO_ANSWER);
  const code = cause?.code;
  if (typeof code !== 'string') return failure('network', NO_ANSWER);
  if (isCertificateCode(code)) return failure(code, CERTIFICATE_REFUSED);
  return failure(code, NEVER_CONNECTED.has(code) ? NO_CONNECTION : NO_ANSWER);
}

/** The failure behind a success whose body names no message: it has probably gone out. */
export function unreadableSuccess(status: number): SendError {
  return failure(`http_${status}`, NO_ANSWER);
}

/**
 * The failure behind an answer that is not a success: Meta's code decides, and only without a known one the
 * status. A bare 504 is a gateway that stopped waiting, so nobody knows whether the message went out.
 */
export function answerFailure(status: number, body: unknown): SendError {
  const code = graphError.safeParse(body).data?.error.code;
  if (code === undefined)
    return failure(`http_${status}`, status === 504 ? NO_ANSWER : verdictByStatus(status));
  return failure(String(code), whatsAppVerdict(code) ?? verdictByStatus(status));
}

function verdictByStatus(status: number): SendVerdict {
  return status >= 500 || status === 429 || status === 408 ? BUSY : INVALID;
}

function failure(code: string, verdict: SendVerdict): SendError {
  return new SendError('WhatsApp', code, verdict);
}
