import type { Instant, Lot, VoucherFace } from '../../loyalty';
import type { LockSubject } from '../../store';
import type { AppDeps } from '../http';
import { Problem, problemOf } from '../http/problem';
import { KeyedLimiter } from '../../runs';
import { codeSubject, lockSubjects } from './till';
import type { Till } from './till';

/** Looking a code up takes milliseconds; whoever waits longer than this for the turn had better come back. */
const PATIENCE_MS = 10_000;

/** A lot that is a voucher, with the sale whose run takes its updates. */
export type VoucherLot = Lot & { voucher: VoucherFace; saleId: string };

/**
 * Stands between a till and the codes. A guess is counted before it is answered, and the calls of one API key look codes up
 * one after the other in each process: however many come at once, no more than ten guesses of an operator, and one for each
 * further process, learn anything before the lock.
 */
export class GuessGuard {
  private readonly lookUps = new KeyedLimiter(1, PATIENCE_MS);

  constructor(private readonly deps: Pick<AppDeps, 'store' | 'now'>) {}

  /**
   * The voucher with this code; null: what was typed cannot be one.
   * @throws Problem `voucher_not_found`, or `too_many_requests` for whoever is locked, who learns nothing
   */
  async find(till: Till, code: string | null): Promise<VoucherLot> {
    const { merchantId, keyId } = till.caller;
    return this.lookUps.run(`${merchantId}/${keyId}`, async () => {
      const now = this.deps.now();
      const { own, others } = lockSubjects(till);
      const barring = code === null ? own : [...own, codeSubject(code)];
      const until = await this.deps.store.lockouts.lockedUntil(merchantId, barring, now);
      if (until !== null) throw tooMany(until, now);
      const lot = code === null ? null : await this.deps.store.wallets.voucher(merchantId, { code });
      if (lot && isVoucher(lot)) return lot;
      for (const subject of others) await this.strike(merchantId, subject, now);
      for (const subject of barring)
        if (!(await this.strike(merchantId, subject, now))) throw new Problem('too_many_requests');
      throw new Problem('voucher_not_found');
    });
  }

  /**
   * Does `work`, and counts a refusal by the rules against the code; not a conflict (409), because many tills at one voucher
   * are no attack. Once the code is locked, the refusal is answered as `too_many_requests`.
   */
  async judge<T>(merchantId: string, code: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const { final, status } = problemOf(error);
      const counts = final && status !== 409;
      if (counts && !(await this.strike(merchantId, codeSubject(code), this.deps.now())))
        throw new Problem('too_many_requests');
      throw error;
    }
  }

  private strike(merchantId: string, subject: LockSubject, now: Instant): Promise<boolean> {
    return this.deps.store.lockouts.strike(merchantId, subject, now);
  }
}

function isVoucher(lot: Lot): lot is VoucherLot {
  return lot.voucher !== null && lot.saleId !== null;
}

function tooMany(until: Instant, now: Instant): Problem {
  const seconds = Math.max(1, Math.ceil((until - now) / 1_000));
  return new Problem('too_many_requests', { headers: { 'Retry-After': String(seconds) } });
}
