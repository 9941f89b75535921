import type { OrderItem } from './order';

/** Bling's situations of an NFC-e that happen here. */
export const invoiceSituations = { pending: 1, cancelled: 2, rejected: 4, authorised: 5, denied: 9 } as const;

/** An NFC-e in the pretend ERP, issued at the counter or of an order. Money is integer cents. */
export interface Invoice {
  id: number;
  number: number;
  situationId: number;
  contactId: number;
  channelId: number;
  sellerId: number;
  /** The order's number in the shop it came from, or empty. */
  storeNumber: string;
  items: OrderItem[];
  freightCents: number;
  totalCents: number;
  accessKey: string;
  /** Who asked for a CPF or CNPJ on it; absent: what its contact has. */
  consumer?: InvoiceConsumer;
  /** Epoch ms. */
  issuedAt: number;
}

/** Whom an NFC-e names beside its contact. */
export interface InvoiceConsumer {
  document: string;
  name?: string;
}

/** An NFC-e as a caller describes it; what is left out is filled in. */
export interface InvoiceDraft {
  contactId?: number;
  /** What was paid: net of the discount. */
  totalCents?: number;
  discountCents?: number;
  consumer?: InvoiceConsumer;
  /** Default: authorised. */
  situationId?: number;
  storeNumber?: string;
}

/** The access key: 44 digits, the last of which checks the others. */
export function accessKeyOf(cnpj: string, number: number, date: string): string {
  const key = `35${date.slice(2, 4)}${date.slice(5, 7)}${cnpj}65001${pad(number, 9)}1${pad(number, 8)}`;
  const sum = [...key].reverse().reduce((total, digit, at) => total + Number(digit) * (2 + (at % 8)), 0);
  const rest = sum % 11;
  return `${key}${rest < 2 ? 0 : 11 - rest}`;
}

function pad(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}
