import type { Wallet } from '../../../src/loyalty';
import type { Customer, Lockouts, NewAttempt, VoucherAttempts, Wallets } from '../../../src/store';
import { struck, UNSTRUCK } from '../../../src/store/access';
import type { LockState } from '../../../src/store/access';

/** Wallets to read; what is read is the caller's own, as from a database. */
export function walletsIn({
  customers,
  wallets,
}: {
  customers: readonly Customer[];
  wallets: ReadonlyMap<string, Wallet>;
}): Pick<Wallets, 'read' | 'readOpen' | 'voucher' | 'vouchers'> {
  const ours = (merchantId: string): Wallet[] =>
    customers
      .filter((one) => one.merchantId === merchantId)
      .flatMap(({ id }) => structuredClone(wallets.get(id)) ?? []);
  return {
    read: (merchantId, customerId) =>
      Promise.resolve(ours(merchantId).find((wallet) => wallet.customerId === customerId) ?? null),
    readOpen: (merchantId, ids) =>
      Promise.resolve(
        new Map(
          ours(merchantId)
            .filter(({ customerId }) => ids.includes(customerId))
            .map((wallet): [string, Wallet] => [wallet.customerId, wallet]),
        ),
      ),
    vouchers: (merchantId, ids) =>
      Promise.resolve(ours(merchantId).flatMap(({ lots }) => lots.filter(({ id }) => ids.includes(id)))),
    voucher(merchantId, by) {
      const lots = ours(merchantId).flatMap((wallet) => wallet.lots);
      const found = lots.find(({ id, voucher }) =>
        'lotId' in by ? id === by.lotId : voucher?.code === by.code,
      );
      return Promise.resolve(found?.voucher ? found : null);
    },
  };
}

/** Locks by the store's own rule of what brings one. */
export function lockoutsIn(): Lockouts {
  const states = new Map<string, LockState>();
  const stateOf = (merchantId: string, name: string): LockState =>
    states.get(`${merchantId}/${name}`) ?? UNSTRUCK;
  return {
    lockedUntil(merchantId, subjects, now) {
      const until = Math.max(0, ...subjects.map(({ name }) => stateOf(merchantId, name).lockedUntil));
      return Promise.resolve(until > now ? until : null);
    },
    strike(merchantId, { name, limit }, now) {
      const next = struck(stateOf(merchantId, name), limit, now);
      if (next) states.set(`${merchantId}/${name}`, next);
      return Promise.resolve(next !== null);
    },
  };
}

/** Attempts in memory, as they were told; the answers have the endings of their codes. */
export function attemptsIn(attempts: (NewAttempt & { id: string })[]): VoucherAttempts {
  return {
    record(attempt) {
      attempts.push({ id: `att_${attempts.length + 1}`, ...attempt });
      return Promise.resolve();
    },
    list: (merchantId, { stores, ...filter }, { before, limit }) =>
      Promise.resolve(
        attempts
          .filter((one) => one.merchantId === merchantId)
          .filter(({ storeId }) => stores === undefined || stores.includes(storeId ?? ''))
          .filter((one) =>
            Object.entries(filter).every(([field, value]) => one[field as keyof typeof one] === value),
          )
          .filter(({ at }) => before === undefined || at < before)
          .reverse()
          .slice(0, limit)
          .map(({ code, ...attempt }) => ({ ...attempt, codeEnding: code && code.slice(-4) })),
      ),
  };
}
