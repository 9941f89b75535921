import { randomUUID } from 'node:crypto';
import { cpf } from 'cpf-cnpj-validator';
import type { HttpCaller, Shop } from '../rig';

/** A sale at the counter that has been paid its cashback. */
export interface PaidSale {
  readonly id: string;
  readonly externalId: string;
  readonly customerId: string;
}

const SALE_CENTS = 100_000;
/** The program pays 5 %, and takes 5 % back of what is returned. */
const EARNED_CENTS = 5_000;
const RETURNED_CENTS = 10_000;
const TAKEN_BACK_CENTS = 500;
const REDEEMED_CENTS = 100;
/** Of a call, each of which waits as long as the API lets it. */
const ATTEMPTS = 5;

interface SaleJson {
  readonly id: string;
  readonly externalId: string;
  readonly customerId: string | null;
  readonly status: string;
}

/** A merchant at whose counter things are done, and who keeps account of what each customer must have by that. */
export class RehearsalShop {
  /** Cents that each customer must have, by id. */
  private readonly due = new Map<string, number>();
  private sales = 0;
  /** Calls that were answered 503, and made again. */
  comeAgain = 0;

  constructor(
    private readonly callers: { readonly api: HttpCaller },
    readonly shop: Pick<Shop, 'merchantId' | 'apiKey'>,
  ) {}

  /** Sales from now on are paid 5 % after `holding` (ISO 8601), for 90 days: until then their runs are open. */
  async publish(holding: string): Promise<void> {
    const rule = { id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } };
    const body = {
      ...{ name: 'Clube da Loja', earning: { rules: [rule] }, messages: {} },
      ...{ holding: { after: holding }, expiry: { after: 'P90D' } },
    };
    await this.call(200, 'PUT', '/v1/program', body);
  }

  /** A sale to somebody new. @returns its id */
  async sell(): Promise<string> {
    this.sales += 1;
    const sale = {
      ...{ channel: 'pos', externalId: `CX-${this.sales}`, soldAt: new Date().toISOString() },
      ...{ status: 'completed', totalCents: SALE_CENTS },
      customer: { name: 'Severina Balcão', document: cpf.generate() },
    };
    return (await this.call<SaleJson>(201, 'POST', '/v1/sales', sale)).id;
  }

  /** The sale, if its cashback can be used. */
  async paid(saleId: string): Promise<PaidSale | undefined> {
    const { id, externalId, customerId, status } = await this.call<SaleJson>(
      ...([200, 'GET', `/v1/sales/${saleId}`] as const),
    );
    if (customerId === null || status !== 'active') return undefined;
    if (!this.due.has(customerId)) this.due.set(customerId, EARNED_CENTS);
    return { id, externalId, customerId };
  }

  /** A tenth of the goods comes back: an update of the sale's run. */
  async giveBack({ id, customerId }: PaidSale): Promise<void> {
    await this.call(201, 'POST', `/v1/sales/${id}/returns`, { amountCents: RETURNED_CENTS });
    this.move(customerId, -TAKEN_BACK_CENTS);
  }

  /** @returns the redemption's id */
  async reserve({ customerId }: PaidSale): Promise<string> {
    const body = {
      ...{ customerId, type: 'cashback', amountCents: REDEEMED_CENTS },
      saleTotalCents: SALE_CENTS,
    };
    const { id } = await this.call<{ id: string }>(201, 'POST', '/v1/redemptions', body);
    this.move(customerId, -REDEEMED_CENTS);
    return id;
  }

  async confirm(redemptionId: string): Promise<void> {
    await this.call(200, 'POST', `/v1/redemptions/${redemptionId}/confirm`, {});
  }

  /** What the ledger's proof and the customers' wallets show that is not as it must be. */
  async problems(): Promise<string[]> {
    const found: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const path: string = `/v1/ledger/verify${after === '' ? '' : `?after=${after}`}`;
      type Part = { problems: unknown[]; next: string | null };
      const part: Part = await this.call<Part>(200, 'GET', path);
      found.push(...part.problems.map((problem) => `the ledger does not hold: ${JSON.stringify(problem)}`));
      after = part.next;
    }
    for (const [customerId, cents] of this.due) found.push(...(await this.wrongWallet(customerId, cents)));
    return found;
  }

  private async wrongWallet(customerId: string, cents: number): Promise<string[]> {
    type Wallet = { cashback: { activeCents: number; pendingCents: number; reservedCents: number } };
    const { cashback } = await this.call<Wallet>(200, 'GET', `/v1/customers/${customerId}/wallet`);
    const { activeCents, pendingCents, reservedCents } = cashback;
    if (activeCents === cents && pendingCents + reservedCents === 0) return [];
    return [
      `customer ${customerId} has ${activeCents} cents active, ${pendingCents} pending and ${reservedCents} reserved, not ${cents} active`,
    ];
  }

  private move(customerId: string, cents: number): void {
    this.due.set(customerId, this.due.get(customerId)! + cents);
  }

  /** Where the API says that it has no time for it now, it is asked again under the same key, as a till does. */
  private async call<T>(
    expected: number,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object,
  ): Promise<T> {
    const headers = {
      ...{ authorization: `Bearer ${this.shop.apiKey}`, 'idempotency-key': randomUUID() },
      'content-type': 'application/json',
    };
    for (let attempt = 1; ; attempt += 1) {
      const call = { method, path, headers, ...(body && { body: JSON.stringify(body) }) };
      const { status, text } = await this.callers.api.send(call);
      if (status === expected) return JSON.parse(text) as T;
      if (status !== 503 || attempt === ATTEMPTS)
        throw new Error(`${method} ${path} was answered ${status}: ${text.slice(0, 300)}`);
      this.comeAgain += 1;
    }
  }
}
