import type { CounterAttempt, CounterAttempts } from '../../../src/store';
import type { Holdings } from './holdings';

/** Attempts with balance and vouchers in memory. */
export function counterAttemptsIn({ balanceAttempts, attempts }: Holdings): CounterAttempts {
  return {
    recordBalance(attempt) {
      balanceAttempts.push({ id: `att_b${balanceAttempts.length + 1}`, ...attempt });
      return Promise.resolve();
    },
    list(merchantId, { from, until, stores }, { before = until, limit }) {
      const nothing = { customerId: null, amount: null, saleTotalCents: null, saleRef: null };
      const all: (CounterAttempt & { repeated: boolean })[] = [
        ...balanceAttempts.map((one) => ({ ...one, codeEnding: null, lotId: null })),
        ...attempts
          .filter((one) => one.action !== 'look' || one.outcome !== 'ok' || 'unusable' in one.facts)
          .map(({ code, ...one }) => ({
            ...{ ...nothing, ...one, type: 'voucher' as const, codeEnding: code && code.slice(-4) },
          })),
      ];
      return Promise.resolve(
        all
          .filter((one) => one.merchantId === merchantId && !one.repeated)
          .filter((one) => stores === undefined || (one.storeId !== null && stores.includes(one.storeId)))
          .filter(({ at }) => at >= from && at < before)
          .sort((one, other) => +other.at - +one.at || (one.id < other.id ? 1 : -1))
          .slice(0, limit),
      );
    },
  };
}
