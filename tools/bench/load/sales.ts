import { cpf } from 'cpf-cnpj-validator';
import type { mongo } from 'mongoose';
import { saleIdOf } from '../../../src/ids';
import type { HttpCaller, Shop } from '../../rig';
import type { Flow } from './closed-loop';

/** A sale that was made, and what it must earn: reckoned here, not by the product. */
export interface SoldSale {
  readonly saleId: string;
  readonly merchantId: string;
  readonly orderId: number;
  readonly earnsCents: number;
}

/** The id of Bling's situation "Atendido" in every account. */
const COMPLETED = 9;
/** Prices run through so many steps of one real above the smallest. */
const SMALLEST_CENTS = 10_000;
const PRICE_STEPS = 200;
/** The program of the shops pays a twentieth: 5 %. */
const SHARE = 20;

/**
 * Completed sales in the pretend Bling, one after the other in each shop, until the product has made the cashback
 * active and told the customer by WhatsApp and e-mail. Every second sale is to somebody who never bought before.
 */
export class SaleFlow implements Flow {
  /** Every sale that was begun, by its id. */
  readonly sold = new Map<string, SoldSale>();
  private readonly regulars = new Map<number, number>();
  private made = 0;

  constructor(
    private readonly shops: readonly Shop[],
    private readonly simulator: HttpCaller,
    private readonly db: mongo.Db,
  ) {}

  async start(): Promise<string> {
    const number = this.made++;
    const { company, merchantId } = this.shops[number % this.shops.length]!;
    const isRegular = Math.floor(number / this.shops.length) % 2 === 1;
    const contactId =
      (isRegular ? this.regulars.get(company) : undefined) ?? (await this.newcomer(company, number));
    const totalCents = SMALLEST_CENTS + 100 * (number % PRICE_STEPS);
    const { id } = await this.simulator.json<{ id: number }>(201, {
      method: 'POST',
      path: `/simulator/companies/${company}/orders`,
      body: { contactId, totalCents, situationId: COMPLETED },
    });
    const saleId = saleIdOf({ merchantId, channel: 'bling', externalId: String(id) });
    this.sold.set(saleId, { saleId, merchantId, orderId: id, earnsCents: totalCents / SHARE });
    return saleId;
  }

  /** One query by primary key for all sales in flight: the cheapest way to know, some 0.3 ms each time. */
  async finished(ids: readonly string[]): Promise<string[]> {
    const found = this.db
      .collection<{ _id: string }>('sales')
      .find({ _id: { $in: [...ids] }, status: 'active', told: /^earned\// })
      .project<{ _id: string }>({ _id: 1 });
    return (await found.toArray()).map(({ _id }) => _id);
  }

  private async newcomer(company: number, number: number): Promise<number> {
    const digits = String(90_000_000 + number);
    const { id } = await this.simulator.json<{ id: number }>(201, {
      method: 'POST',
      path: `/simulator/companies/${company}/contacts`,
      body: {
        name: 'Beatriz Compradora',
        document: cpf.generate(),
        mobile: `(11) 9${digits.slice(0, 4)}-${digits.slice(4)}`,
        email: `compradora.${number}@example.com`,
      },
    });
    this.regulars.set(company, id);
    return id;
  }
}
