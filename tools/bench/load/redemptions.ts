import { randomUUID } from 'node:crypto';
import type { HttpCaller } from '../../rig';
import type { PreparedCall } from './calls';

/** Somebody with balance, and the key of the shop that redeems it. */
export interface Redeemer {
  readonly customerId: string;
  readonly apiKey: string;
}

const CREATED = 201;
/** Each takes a cent of a sale of a hundred reais: nobody's balance is used up. */
const CENTS = 1;
const SALE_CENTS = 10_000;

/** Redemptions at the counter, each used at once; the customers take turns. */
export class RedemptionCalls {
  /** Cents taken so far, by customer. */
  readonly taken = new Map<string, number>();
  private made = 0;

  constructor(
    private readonly redeemers: readonly Redeemer[],
    private readonly api: HttpCaller,
  ) {}

  /** How many were asked for. */
  get count(): number {
    return this.made;
  }

  prepare(): PreparedCall {
    const { customerId, apiKey } = this.redeemers[this.made++ % this.redeemers.length]!;
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${apiKey}`,
      'idempotency-key': randomUUID(),
    };
    const amounts = { amountCents: CENTS, saleTotalCents: SALE_CENTS };
    const body = JSON.stringify({ customerId, type: 'cashback', ...amounts, confirm: true });
    return async () => {
      const { status, text } = await this.api.send({
        method: 'POST',
        path: '/v1/redemptions',
        headers,
        body,
      });
      if (status !== CREATED) throw new Error(`A redemption was answered ${status}: ${text.slice(0, 300)}`);
      const { state } = JSON.parse(text) as { state: string };
      if (state !== 'confirmed') throw new Error(`A redemption came back ${state}, not confirmed.`);
      this.taken.set(customerId, (this.taken.get(customerId) ?? 0) + CENTS);
    };
  }
}
