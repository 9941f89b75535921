import type { LocalDate } from '../basis';

/**
 * The series in which a number says which purchase it is (R47): the order's number in the shop or marketplace, the invoice's
 * access key, the order's number in Bling. What a till or a file counts by itself is a series of its own, and no evidence.
 */
export const SERIES = ['shop', 'invoice', 'erp'] as const;
export type Series = (typeof SERIES)[number];

/** A completed sale as far as it can be told from others. */
export interface SaleMark {
  saleId: string;
  /** Channel, and for an ERP its connection. */
  source: string;
  totalCents: number;
  /** Local date of the sale in its own zone. */
  date: LocalDate;
  /** What it is called in each series, as far as known. */
  numbers: Readonly<Record<Series, readonly string[]>>;
  customerId: string | null;
  /** The NFC-e that the sale is, or that the order names as its own; absent: none. */
  invoice?: string;
}
