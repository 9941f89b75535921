import { z } from 'zod';
import { companySchema, salesChannelSchema, situationModuleSchema, situationOptionSchema } from '../account';
import type { BlingCompany, SalesChannel, SituationModule, SituationOption } from '../account';
import { contactSchema, contactSummarySchema } from '../contact';
import type { BlingContact, BlingContactSummary } from '../contact';
import { invoiceQuery, invoiceSchema, invoiceSummarySchema } from '../invoice';
import type { BlingInvoice, BlingInvoiceSummary, IssuedPeriod } from '../invoice';
import { periodQuery, orderSchema, orderSummarySchema } from '../order';
import type { ChangedPeriod, SoldPeriod, BlingOrder, BlingOrderSummary } from '../order';

/** One read of the API. The paths are those of developer.bling.com.br/referencia. */
export interface ApiCall<T> {
  /** What is attempted, in words, for errors and logs: `read order`. */
  operation: string;
  /** Path below the API's base address, ids already escaped. */
  path: string;
  query?: Record<string, string | number>;
  /** The shape of the answer's `data`; for a page, of one row of it. */
  data: z.ZodType<T>;
}

/** A sales order with its lines. */
export const readOrder = (orderId: string): ApiCall<BlingOrder> => ({
  operation: 'read order',
  path: `/pedidos/vendas/${encodeURIComponent(orderId)}`,
  data: orderSchema,
});

/** An NFC-e with its lines. */
export const readInvoice = (invoiceId: string): ApiCall<BlingInvoice> => ({
  operation: 'read consumer invoice',
  path: `/nfce/${encodeURIComponent(invoiceId)}`,
  data: invoiceSchema,
});

/** The NFC-e issued in a period. */
export const invoiceRows = (period: IssuedPeriod): ApiCall<BlingInvoiceSummary> => ({
  operation: 'list consumer invoices',
  path: '/nfce',
  query: invoiceQuery(period),
  data: invoiceSummarySchema,
});

/** A contact with its e-mail and birthday. */
export const readContact = (contactId: string): ApiCall<BlingContact> => ({
  operation: 'read contact',
  path: `/contatos/${encodeURIComponent(contactId)}`,
  data: contactSchema,
});

/** The built-in contact of sales to nobody in particular. */
export const readWalkInContact: ApiCall<BlingContact> = {
  operation: 'read walk-in contact',
  path: '/contatos/consumidor-final',
  data: contactSchema,
};

/** The company the token belongs to. */
export const readCompany: ApiCall<BlingCompany> = {
  operation: 'read company',
  path: '/empresas/me/dados-basicos',
  data: companySchema,
};

/** The orders changed or sold in a period; with `situation` those that are in it now. */
export const orderRows = (
  period: (ChangedPeriod | SoldPeriod) & { situation?: number },
): ApiCall<BlingOrderSummary> => ({
  operation: 'list orders',
  path: '/pedidos/vendas',
  query: {
    ...periodQuery(period),
    ...(period.situation === undefined ? {} : { 'idsSituacoes[]': period.situation }),
  },
  data: orderSummarySchema,
});

/**
 * All contacts, or those changed in a period. Without `criterio=1` Bling lists only the contacts added last.
 */
export const contactRows = (changed?: ChangedPeriod): ApiCall<BlingContactSummary> => ({
  operation: 'list contacts',
  path: '/contatos',
  query: { criterio: 1, ...(changed && periodQuery(changed)) },
  data: contactSummarySchema,
});

/** The shops and marketplaces orders come from. */
export const salesChannelRows: ApiCall<SalesChannel> = {
  operation: 'list sales channels',
  path: '/canais-venda',
  data: salesChannelSchema,
};

/** The parts of Bling that have situations. */
export const readSituationModules: ApiCall<SituationModule[]> = {
  operation: 'list situation modules',
  path: '/situacoes/modulos',
  data: z.array(situationModuleSchema),
};

/** The situations of one module, the merchant's own included. */
export const readSituations = (moduleId: string): ApiCall<SituationOption[]> => ({
  operation: 'list situations',
  path: `/situacoes/modulos/${encodeURIComponent(moduleId)}`,
  data: z.array(situationOptionSchema),
});
