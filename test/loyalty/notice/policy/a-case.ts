import { DEFAULT_MESSAGE_RULES } from '../../../../src/loyalty/notice/policy';
import type { MessageCase } from '../../../../src/loyalty/notice/policy';

export const SAO_PAULO = 'America/Sao_Paulo';

/** A Tuesday, 11:00 in São Paulo. */
export const TUESDAY = Date.parse('2026-11-24T14:00:00Z');

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A reminder to somebody who may be written to. */
export function aCase(change: Partial<MessageCase> = {}): MessageCase {
  return {
    kind: 'expiring',
    customerId: 'cus_1',
    zone: SAO_PAULO,
    moment: 0,
    rules: { ...DEFAULT_MESSAGE_RULES, holdout: 0 },
    live: true,
    consented: false,
    barriers: new Set(),
    gone: null,
    told: [],
    since: TUESDAY,
    waitedFor: null,
    ...change,
  };
}
