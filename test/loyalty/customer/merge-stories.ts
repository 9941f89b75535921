import { reserve } from '../../../src/loyalty/redemption';
import type { Cause, Deserved, Entry, SaleSettlement } from '../../../src/loyalty/ledger';
import { aRedemption, byRule, line, NOON, ZONE } from '../ledger/builders';
import { Family } from '../ledger/family';

export const STAFF: Cause = { kind: 'redemption' };

/** What a sale deserves that earns a voucher of one use. */
export function aVoucher(code = 'CODE'): Deserved {
  const discount = { type: 'amount' as const, cents: 500 };
  const face = { code, template: 'volta', discount, minSaleCents: 0, stores: null };
  return { ruleId: 'v', type: 'voucher', amount: 1, face };
}

/** Ana, Bia and Eva, and what happens to them in the stories about merges: everything at noon, usable at once. */
export class Stories {
  policy: SaleSettlement['policy'] = 'allow_debt';
  expiresAt: number | null = null;
  /** Until when what is sold then goes on where nobody was reminded of its end. */
  fairUntil: number | null = null;
  readonly family = new Family(['ana', 'bia', 'eva'], (saleId, deserved) => ({
    saleId,
    programVersion: 1,
    zone: ZONE,
    month: '2026-03',
    policy: this.policy,
    deserved,
    dates: () => ({
      ...{ activatesAt: NOON, expiresAt: this.expiresAt },
      ...(this.fairUntil === null ? {} : { fairUntil: this.fairUntil }),
    }),
  }));

  /** A sale, or what has become of it; a number is what it deserves in cashback by its only rule. */
  sell(saleId: string, owner: string, deserves: number | Deserved[], now = NOON): void {
    const deserved = typeof deserves === 'number' ? [byRule('r', deserves)] : deserves;
    this.family.sales.set(saleId, { owner, deserved });
    this.family.settle(saleId, now);
  }

  spend(customer: string, id: string, amount: number, confirmed = true): void {
    const order = aRedemption(id, amount, { confirm: confirmed });
    this.family.change(customer, NOON, (book, at) => reserve(book, order, at));
  }

  /** The lines of a customer's ledger. */
  lines(customer: string): string[] {
    return this.family.entriesOf(customer).map(line);
  }

  entry(customer: string, key: string): Entry | undefined {
    return this.family.entriesOf(customer).find((one) => one.key === key);
  }

  /** What is active in each of a customer's lots. */
  held(customer: string): Record<string, number> {
    return Object.fromEntries(this.family.wallet(customer).lots.map((lot) => [lot.id, lot.buckets.active]));
  }
}
