import type { SendVerdict } from './send-error';
import { BUSY, INVALID, SENDER_BLOCKED, TOO_MUCH, UNREACHABLE } from './verdicts';

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;

const PAIR_LIMIT: SendVerdict = {
  outcome: 'retry',
  scope: 'recipient',
  reason: 'too_fast_for_recipient',
  retryAfterMs: 4 * SECOND_MS,
  // As Meta has it: 4^n seconds, for this recipient alone.
  holds: { what: 'recipient', firstMs: 4 * SECOND_MS, factor: 4, mostMs: HOUR_MS, alert: false },
};
/** It may also be a mistake in what was asked, which no time mends. */
const UNKNOWN_ERROR: SendVerdict = { ...BUSY, mostTries: 3 };
/** The same person may well get another message. */
const EXPERIMENT: SendVerdict = { outcome: 'refused', scope: 'recipient', reason: 'experiment' };
/** A number that is not on WhatsApp, or whose owner has blocked us or has an old app. */
const NOT_THERE: SendVerdict = { ...UNREACHABLE, strikes: true };
const MARKETING_LIMIT: SendVerdict = {
  outcome: 'retry',
  scope: 'recipient',
  reason: 'marketing_limit',
  retryAfterMs: 24 * HOUR_MS,
  mostTries: 2,
};
const OPTED_OUT: SendVerdict = { outcome: 'refused', scope: 'recipient', reason: 'opted_out' };
const TEMPLATE_BLOCKED: SendVerdict = {
  outcome: 'retry',
  scope: 'template',
  reason: 'template_blocked',
  retryAfterMs: HOUR_MS,
  holds: { what: 'template', firstMs: HOUR_MS, factor: 2, mostMs: 4 * HOUR_MS, alert: true },
};

/**
 * Meta's error codes and what follows from them (developers.facebook.com, WhatsApp Cloud API error codes).
 * Titles and HTTP statuses are not to be relied on: most of these come as 400.
 */
const VERDICTS: ReadonlyMap<number, SendVerdict> = new Map<number, SendVerdict>([
  [1, UNKNOWN_ERROR], // unknown API error
  [2, BUSY], // service down
  [4, TOO_MUCH], // app's call limit
  [80007, TOO_MUCH], // account's call limit
  [130429, TOO_MUCH], // throughput of the number
  [131000, BUSY], // something went wrong
  [131016, BUSY], // service unavailable
  [131057, BUSY], // account in maintenance
  [133004, BUSY], // server temporarily unavailable
  [131056, PAIR_LIMIT],
  [131049, MARKETING_LIMIT],
  [130472, EXPERIMENT], // number is part of an experiment
  [131026, NOT_THERE], // not on WhatsApp, blocked us, or an old app
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
