import type { SendVerdict } from './send-error';
import { BUSY, INVALID, SENDER_BLOCKED, UNREACHABLE } from './verdicts';

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;

const PAIR_LIMIT: SendVerdict = {
  outcome: 'retry',
  scope: 'recipient',
  reason: 'too_fast_for_recipient',
  // One message in about six seconds per pair of business and user.
  retryAfterMs: 6 * SECOND_MS,
};
const MARKETING_LIMIT: SendVerdict = {
  outcome: 'retry',
  scope: 'recipient',
  reason: 'marketing_limit',
  retryAfterMs: 24 * HOUR_MS,
};
const OPTED_OUT: SendVerdict = { outcome: 'refused', scope: 'recipient', reason: 'opted_out' };
const TEMPLATE_BLOCKED: SendVerdict = {
  outcome: 'retry',
  scope: 'template',
  reason: 'template_blocked',
  retryAfterMs: HOUR_MS,
};

/**
 * Meta's error codes and what follows from them (developers.facebook.com, WhatsApp Cloud API error codes).
 * Titles and HTTP statuses are not to be relied on: most of these come as 400.
 */
const VERDICTS: ReadonlyMap<number, SendVerdict> = new Map<number, SendVerdict>([
  [1, BUSY], // unknown API error
  [2, BUSY], // service down
  [4, BUSY], // app's call limit
  [80007, BUSY], // account's call limit
  [130429, BUSY], // throughput of the number
  [131000, BUSY], // something went wrong
  [131016, BUSY], // service unavailable
  [131057, BUSY], // account in maintenance
  [133004, BUSY], // server temporarily unavailable
  [131056, PAIR_LIMIT],
  [131049, MARKETING_LIMIT],
  [130472, UNREACHABLE], // number is part of an experiment
  [131026, UNREACHABLE], // not on WhatsApp, blocked us, or an old app
  [131050, OPTED_OUT],
  [0, SENDER_BLOCKED], // authentication
  [3, SENDER_BLOCKED], // capability
  [10, SENDER_BLOCKED], // permission
  [190, SENDER_BLOCKED], // token expired
  [368, SENDER_BLOCKED], // policy violation
  [131005, SENDER_BLOCKED], // access denied
  [131031, SENDER_BLOCKED], // account locked
  [131042, SENDER_BLOCKED], // payment
  [131045, SENDER_BLOCKED], // certificate
  [131048, SENDER_BLOCKED], // spam limit
  [133010, SENDER_BLOCKED], // number not registered
  [132000, TEMPLATE_BLOCKED], // number of parameters
  [132001, TEMPLATE_BLOCKED], // does not exist
  [132005, TEMPLATE_BLOCKED], // too long when filled in
  [132007, TEMPLATE_BLOCKED], // policy
  [132012, TEMPLATE_BLOCKED], // format of a parameter
  [132015, TEMPLATE_BLOCKED], // paused
  [132016, TEMPLATE_BLOCKED], // disabled
  [132068, TEMPLATE_BLOCKED], // flow blocked
  [33, INVALID],
  [100, INVALID],
  [131008, INVALID],
  [131009, INVALID],
  [131021, INVALID], // to ourselves
  [131047, INVALID], // outside the 24-hour window without a template
  [131051, INVALID],
  [135000, INVALID],
]);

/**
 * The verdict on one of Meta's error codes, in an answer or a status webhook; `null` for a code not known
 * here.
 */
export function whatsAppVerdict(code: number): SendVerdict | null {
  const permission = code >= 200 && code <= 299;
  return VERDICTS.get(code) ?? (permission ? SENDER_BLOCKED : null);
}
