import type { SendVerdict } from './send-error';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

const BUSY: SendVerdict = { outcome: 'retry', scope: 'message', reason: 'busy' };
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
const UNREACHABLE: SendVerdict = { outcome: 'refused', scope: 'recipient', reason: 'unreachable' };
const OPTED_OUT: SendVerdict = { outcome: 'refused', scope: 'recipient', reason: 'opted_out' };
const INVALID: SendVerdict = { outcome: 'refused', scope: 'message', reason: 'invalid_message' };
const SENDER: SendVerdict = {
  outcome: 'retry',
  scope: 'sender',
  reason: 'sender_blocked',
  retryAfterMs: 15 * MINUTE_MS,
};
const TEMPLATE: SendVerdict = {
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
  [0, SENDER], // authentication
  [3, SENDER], // capability
  [10, SENDER], // permission
  [190, SENDER], // token expired
  [368, SENDER], // policy violation
  [131005, SENDER], // access denied
  [131031, SENDER], // account locked
  [131042, SENDER], // payment
  [131045, SENDER], // certificate
  [131048, SENDER], // spam limit
  [133010, SENDER], // number not registered
  [132000, TEMPLATE], // number of parameters
  [132001, TEMPLATE], // does not exist
  [132005, TEMPLATE], // too long when filled in
  [132007, TEMPLATE], // policy
  [132012, TEMPLATE], // format of a parameter
  [132015, TEMPLATE], // paused
  [132016, TEMPLATE], // disabled
  [132068, TEMPLATE], // flow blocked
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
  return VERDICTS.get(code) ?? (permission ? SENDER : null);
}
