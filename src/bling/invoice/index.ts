export { invoiceQuery } from './invoice-query';
export type { IssuedPeriod } from './invoice-query';
export { listedInvoice } from './listed-invoice';
export { invoiceSchema, invoiceSummarySchema } from './invoice-schema';
export type { BlingInvoice, BlingInvoiceSummary, InvoiceConsumer } from './invoice-schema';
