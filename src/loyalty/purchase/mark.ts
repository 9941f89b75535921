import { localDate } from '../calendar';
import { consumerInvoiceOf } from '../sale';
import type { Sale } from '../sale';
import type { SaleMark } from './series';

/** The marks by which a sale is compared with other sources' sales. */
export function saleMark({ id, source, content, owner, createdAt }: Sale): SaleMark {
  const { channel, connectionId, externalId, number, marketplaceNumber, invoiceNumber } = source;
  const own = channel === 'ecommerce' ? [externalId, number] : [];
  const asInvoice = consumerInvoiceOf(source);
  const invoice = asInvoice ?? source.invoiceId ?? null;
  return {
    saleId: id,
    // Orders and NFC-e of a company are two sources: they tell of the same purchases.
    source: `${channel}/${connectionId ?? ''}${asInvoice === null ? '' : '/nfce'}`,
    totalCents: content.totalCents,
    date: localDate(content.soldAt ?? createdAt, content.zone),
    numbers: {
      shop: present([marketplaceNumber, ...own]),
      invoice: present([accessKeyIn(source.accessKey) ?? accessKeyIn(invoiceNumber)]),
      erp: present([channel !== 'bling' ? source.erpNumber : asInvoice === null ? number : null]),
    },
    customerId: owner.customerId,
    ...(invoice === null ? {} : { invoice: `${connectionId}/${invoice}` }),
  };
}

/** Whether a text is the access key of an invoice: 44 characters, letters only in the CNPJ, whatever stands between them. */
export function isAccessKey(text: string): boolean {
  return accessKeyIn(text) !== null;
}

function accessKeyIn(text: string | null): string | null {
  const key = (text ?? '')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^(?:NFE|CFE)/, '');
  return /^\d{6}[0-9A-Z]{12}\d{26}$/.test(key) ? key : null;
}

/**
 * The marks as one text: it is stored with the sale, and equal texts mean that nothing has to be compared again. Not the NFC-e that an order
 * names: that one looks for its order itself.
 */
export function markText(sale: Sale): string {
  const { invoice: _invoice, ...compared } = saleMark(sale);
  return JSON.stringify(compared);
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
