import type { LocalDate } from '../basis';
import { localDate } from '../calendar';
import type { Sale } from '../sale';

/** A completed sale as far as it can be told from others. */
export interface SaleMark {
  saleId: string;
  /** Channel, and for an ERP its connection: only sales of different sources can be one purchase. */
  source: string;
  totalCents: number;
  /** Local date of the sale in its own zone. */
  date: LocalDate;
  /** Everything it is called by its source or by others: its own id there, its number, the shop's order, the invoice. */
  numbers: readonly string[];
  /** The order's number in the shop, where it is known: two that differ are two purchases. */
  shopOrders: readonly string[];
  customerId: string | null;
}

/** The marks by which a sale is compared with other sources' sales. */
export function saleMark({ id, source, content, owner, createdAt }: Sale): SaleMark {
  const { channel, connectionId, externalId, number, marketplaceNumber, invoiceNumber } = source;
  const own = channel === 'ecommerce' ? [externalId, number] : [];
  return {
    saleId: id,
    source: `${channel}/${connectionId ?? ''}`,
    totalCents: content.totalCents,
    date: localDate(content.soldAt ?? createdAt, content.zone),
    numbers: present([externalId, number, marketplaceNumber, invoiceNumber]),
    shopOrders: present([marketplaceNumber, ...own]),
    customerId: owner.customerId,
  };
}

/** The marks as one text: it is stored with the sale, and equal texts mean that nothing has to be compared again. */
export function markText(sale: Sale): string {
  return JSON.stringify(saleMark(sale));
}

/** Whether the sale counts by itself and was compared by the marks it has now: then the outcome stands. */
export function isCompared(sale: Sale): boolean {
  const { comparedAs, reviewId, duplicateOf } = sale.purchase;
  const countsAlone = reviewId === null && duplicateOf === null;
  return countsAlone && sale.source.status === 'completed' && comparedAs === markText(sale);
}

function present(numbers: readonly (string | null)[]): string[] {
  return numbers.filter((number) => number !== null);
}
