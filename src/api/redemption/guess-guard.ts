import type { Instant, Lot, VoucherFace } from '../../loyalty';
import { actorId } from '../../store';
import type { LockSubject } from '../../store';
import type { AppDeps } from '../http';
import { Problem } from '../http/problem';
import { KeyedLimiter } from '../../runs';
import { lockSubjects, namedSubject } from './till';
import type { Till } from './till';

/** Looking a code up takes milliseconds; whoever waits longer than this for the turn had better come back. */
const PATIENCE_MS = 10_000;

/** A lot that is a voucher, with the sale whose run takes its updates. */
export type VoucherLot = Lot & { voucher: VoucherFace; saleId: string };

/**
 * Stands between a till and the codes. A guess is counted before it is answered, and the calls of one API key look codes up
 * one after the other in each process: however many come at once, no more than ten guesses from an address, and one for each
 * further process, learn anything before the lock. Who brings a code together with its customer guesses nothing, and is served
 * also under a lock that somebody else's guesses have brought.
 */
export class GuessGuard {
  private readonly lookUps = new KeyedLimiter(1, PATIENCE_MS);

  constructor(private readonly deps: Pick<AppDeps, 'store' | 'now'>) {}

  /**
   * The voucher with this code; null: what was typed cannot be one.
   * @param customerId whose it is said to be; null: nothing is said
   * @throws Problem `voucher_not_found`, or `too_many_requests` for whoever is locked, who learns nothing
   */
  async find(till: Till, code: string | null, customerId: string | null): Promise<VoucherLot> {
    const { merchantId, actor } = till.caller;
    return this.lookUps.run(`${merchantId}/${actorId(actor)}`, async () => {
      const now = this.deps.now();
      const subjects = lockSubjects(till);
      const until = await this.lockedUntil(merchantId, subjects, now);
      if (until !== null) {
        if (customerId === null) throw tooMany(until, now);
        return this.findNamed(till, code, customerId, until, now);
      }
      const lot = await this.voucher(merchantId, code, customerId);
      if (lot) return lot;
      for (const subject of subjects)
        if (!(await this.strike(merchantId, subject, now))) throw new Problem('too_many_requests');
      throw new Problem('voucher_not_found');
    });
  }

  /** Under a lock: the code of this very customer, or nothing is told. */
  private async findNamed(
    till: Till,
    code: string | null,
    customerId: string,
    until: Instant,
    now: Instant,
  ): Promise<VoucherLot> {
    const { merchantId } = till.caller;
    const subject = namedSubject(till);
    const alsoUntil = await this.lockedUntil(merchantId, [subject], now);
    if (alsoUntil !== null) throw tooMany(Math.max(until, alsoUntil), now);
    const lot = await this.voucher(merchantId, code, customerId);
    if (lot) return lot;
    await this.strike(merchantId, subject, now);
    throw tooMany(until, now);
  }

  /** The voucher with the code; null where there is none, or it is not that customer's. */
  private async voucher(
    merchantId: string,
    code: string | null,
    customerId: string | null,
  ): Promise<VoucherLot | null> {
    const { wallets, customers } = this.deps.store;
    const lot = code === null ? null : await wallets.voucher(merchantId, { code });
    if (!lot || !isVoucher(lot)) return null;
    if (customerId === null || customerId === lot.customerId) return lot;
    // Who was merged away is still known by the former id.
    const customer = await customers.current(merchantId, customerId);
    return customer?.id === lot.customerId ? lot : null;
  }

  private lockedUntil(merchantId: string, subjects: LockSubject[], now: Instant): Promise<Instant | null> {
    return this.deps.store.lockouts.lockedUntil(merchantId, subjects, now);
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
