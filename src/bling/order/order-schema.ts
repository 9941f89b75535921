import { z } from 'zod';
import type { Instant, LocalDate } from '../../loyalty';
import {
  list,
  localDate,
  optionalInteger,
  optionalObject,
  rawAmount,
  reference,
  requiredId,
  text,
} from '../http';
import type { RawAmount } from '../http';

/**
 * The state of an order: `id` is the merchant's own, `value` Bling's normalised one (1 completed, 2
 * cancelled).
 */
export interface Situation {
  id: number;
  value: number | null;
}

/** A sales order as a list shows it: enough to see whether it has to be read. */
export interface BlingOrderSummary {
  id: string;
  number: string | null;
  /** Order date, Brasília. Bling gives no time of day. */
  date: LocalDate | null;
  situation: Situation | null;
  /** The order's number in the marketplace or shop it came from. */
  marketplaceNumber: string | null;
  contactId: string | null;
  /** Sales channel (`loja.id`); `null` for orders typed in by hand. */
  storeId: string | null;
  total: RawAmount | null;
}

/** One line. `unitPrice` is already net of the line's own discount. */
export interface BlingOrderItem {
  sku: string;
  quantity: RawAmount | null;
  unitPrice: RawAmount | null;
}

/**
 * A sales order (`GET /pedidos/vendas/{id}`), reduced to what a benefit depends on. Amounts are unchecked.
 */
export interface BlingOrder extends BlingOrderSummary {
  freight: RawAmount | null;
  otherExpenses: RawAmount | null;
  /** The order's discount; `PERCENTUAL` is a percentage of the lines, freight excluded. */
  discount: { value: RawAmount | null; unit: string | null } | null;
  items: BlingOrderItem[];
  /** The invoice that was issued of it; `null` when it names none. */
  invoiceId: string | null;
  /** When exactly it was sold, where that is told; absent: its date only. */
  issuedAt?: Instant | null;
}

/** Stands for an amount of a kind that Bling does not send: it is refused where the result depends on it, and nowhere else. */
const UNREADABLE = '?';
const amount = rawAmount.catch(UNREADABLE);
const label = text.catch(null);

const situation = optionalObject({ id: optionalInteger, valor: optionalInteger.catch(null) }).transform(
  (raw): Situation | null => (raw?.id ? { id: raw.id, value: raw.valor } : null),
);

const summary = z.object({
  id: requiredId,
  numero: label,
  data: localDate.catch(null),
  situacao: situation,
  numeroLoja: label,
  contato: reference.catch(null),
  loja: reference.catch(null),
  total: amount,
});

const item = z
  .object({ codigo: label, quantidade: amount, valor: amount })
  .transform((raw): BlingOrderItem => ({
    sku: raw.codigo ?? '',
    quantity: raw.quantidade,
    unitPrice: raw.valor,
  }))
  .catch({ sku: '', quantity: UNREADABLE, unitPrice: UNREADABLE });

const detail = summary.extend({
  outrasDespesas: amount,
  desconto: optionalObject({ valor: amount, unidade: label }).catch(undefined),
  transporte: optionalObject({ frete: amount }).catch({ frete: UNREADABLE }),
  notaFiscal: reference.catch(null),
  itens: list(item).catch([{ sku: '', quantity: UNREADABLE, unitPrice: UNREADABLE }]),
});

/** One row of `GET /pedidos/vendas`. */
export const orderSummarySchema: z.ZodType<BlingOrderSummary> = summary.transform(orderSummary);

/** `data` of `GET /pedidos/vendas/{id}`. */
export const orderSchema: z.ZodType<BlingOrder> = detail.transform((raw) => ({
  ...orderSummary(raw),
  freight: raw.transporte?.frete ?? null,
  otherExpenses: raw.outrasDespesas,
  discount: raw.desconto ? { value: raw.desconto.valor, unit: raw.desconto.unidade } : null,
  items: raw.itens,
  invoiceId: raw.notaFiscal,
}));

function orderSummary(raw: z.output<typeof summary>): BlingOrderSummary {
  return {
    id: raw.id,
    number: raw.numero,
    date: raw.data,
    situation: raw.situacao,
    marketplaceNumber: raw.numeroLoja,
    contactId: raw.contato,
    storeId: raw.loja,
    total: raw.total,
  };
}
