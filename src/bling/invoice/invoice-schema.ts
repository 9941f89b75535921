import { z } from 'zod';
import type { Instant } from '../../loyalty';
import {
  brasiliaInstant,
  list,
  localDate,
  optionalInteger,
  optionalObject,
  rawAmount,
  reference,
  requiredId,
  text,
} from '../http';
import type { BlingOrder, OrderOutcome } from '../order';
import { impliedDiscount } from './implied-discount';
import { invoiceOutcome } from './invoice-outcome';

/** An NFC-e as a list shows it. Its amounts stand in the single one only. */
export interface BlingInvoiceSummary {
  id: string;
  outcome: OrderOutcome;
  contactId: string | null;
  /** When it was issued. */
  issuedAt: Instant | null;
}

/** Who is named on an NFC-e with a CPF or CNPJ, which may be somebody else than its contact. Personal data: never logged. */
export interface InvoiceConsumer {
  name: string | null;
  /** As typed. */
  document: string;
  phone: string | null;
  /** As typed; sometimes several addresses in one field. */
  email: string | null;
}

/**
 * An NFC-e (`GET /nfce/{id}`), reduced to what a benefit depends on and in the shape of an order, so that whoever reads the one
 * reads the other.
 */
export interface BlingInvoice extends BlingOrder {
  outcome: OrderOutcome;
  /** When it was issued. */
  issuedAt: Instant | null;
  accessKey: string | null;
  /** Null: it names no document. */
  consumer: InvoiceConsumer | null;
}

const label = text.catch(null);
/** Stands for an amount of a kind that Bling does not send: it is refused where the result depends on it. */
const UNREADABLE = '?';
const amount = rawAmount.catch(UNREADABLE);

const summary = z.object({
  id: requiredId,
  tipo: optionalInteger.catch(null),
  situacao: optionalInteger.catch(null),
  contato: reference.catch(null),
  dataEmissao: label,
});

const item = z
  .object({ codigo: label, quantidade: amount, valor: amount })
  .transform((raw) => ({ sku: raw.codigo ?? '', quantity: raw.quantidade, unitPrice: raw.valor }))
  .catch({ sku: '', quantity: UNREADABLE, unitPrice: UNREADABLE });

const consumer = optionalObject({ nome: label, numeroDocumento: label, telefone: label, email: label })
  .catch(undefined)
  .transform((raw): InvoiceConsumer | null =>
    raw?.numeroDocumento
      ? { name: raw.nome, document: raw.numeroDocumento, phone: raw.telefone, email: raw.email }
      : null,
  );

const detail = summary.extend({
  contato: z.unknown(),
  numero: label,
  chaveAcesso: label,
  loja: reference.catch(null),
  numeroPedidoLoja: label,
  valorNota: amount,
  valorFrete: amount,
  itens: list(item).catch([{ sku: '', quantity: UNREADABLE, unitPrice: UNREADABLE }]),
});

/** One row of `GET /nfce`. */
export const invoiceSummarySchema: z.ZodType<BlingInvoiceSummary> = summary.transform((raw) => ({
  id: raw.id,
  outcome: invoiceOutcome(raw.situacao, raw.tipo),
  contactId: raw.contato,
  issuedAt: brasiliaInstant(raw.dataEmissao),
}));

/** `data` of `GET /nfce/{id}`. */
export const invoiceSchema: z.ZodType<BlingInvoice> = detail.transform((raw) => ({
  id: raw.id,
  number: raw.numero,
  date: localDate.parse(raw.dataEmissao),
  issuedAt: brasiliaInstant(raw.dataEmissao),
  situation: null,
  outcome: invoiceOutcome(raw.situacao, raw.tipo),
  marketplaceNumber: raw.numeroPedidoLoja,
  contactId: reference.catch(null).parse(raw.contato),
  consumer: consumer.parse(raw.contato),
  storeId: raw.loja,
  accessKey: raw.chaveAcesso,
  invoiceId: null,
  total: raw.valorNota,
  freight: raw.valorFrete,
  otherExpenses: null,
  discount: impliedDiscount(raw.itens, raw.valorFrete, raw.valorNota),
  items: raw.itens,
}));
