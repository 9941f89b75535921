import type { Company, Invoice } from '../../world';
import type { ApiRoute, Asked } from '../gate';
import { numberOf, pageOf, periodOf, textOf } from '../query';
import { notFound } from '../refusal';
import { invoiceDetail, invoiceRow } from '../wire';

/** The only series there is, and nobody carries what is taken along at once. */
const onlySeries = 1;

function filtered(company: Company, query: Asked['query'], now: number): Invoice[] {
  const issued = periodOf(query, 'dataEmissao', now);
  const situationId = numberOf(query, 'situacao');
  const number = numberOf(query, 'numero');
  const series = numberOf(query, 'serie') ?? onlySeries;
  const accessKey = textOf(query, 'chaveAcesso');
  if (series !== onlySeries || numberOf(query, 'idTransportador') !== undefined) return [];
  return [...company.invoices.values()]
    .reverse()
    .filter(
      (invoice) =>
        (situationId === undefined || invoice.situationId === situationId) &&
        (number === undefined || invoice.number === number) &&
        (accessKey === undefined || invoice.accessKey === accessKey) &&
        invoice.issuedAt >= issued.from &&
        invoice.issuedAt <= issued.until,
    );
}

/** The NFC-e of a company. */
export function invoiceRoutes(clock: () => number): ApiRoute[] {
  return [
    {
      name: 'GET /nfce',
      path: '/nfce',
      answer: ({ company, query }) => ({
        data: pageOf(filtered(company, query, clock()), query, company.repeatedRows).map((invoice) =>
          invoiceRow(company, invoice),
        ),
      }),
    },
    {
      name: 'GET /nfce/{id}',
      path: '/nfce/:id',
      answer: ({ company, id }) => {
        const invoice = company.invoices.get(id);
        if (!invoice) throw notFound();
        return { data: invoiceDetail(company, invoice) };
      },
    },
  ];
}
