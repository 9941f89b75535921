import { z } from 'zod';
import type { LocalDate } from '../../loyalty';
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
  /** The order's number in the marketplace or shop it came from. */
  marketplaceNumber: string | null;
  contactId: string | null;
  /** Sales channel (`loja.id`); `null` for orders typed in by hand. */
  storeId: string | null;
  total: RawAmount | null;
  freight: RawAmount | null;
  otherExpenses: RawAmount | null;
  /** The order's discount; `PERCENTUAL` is a percentage of the lines, freight excluded. */
  discount: { value: RawAmount | null; unit: string | null } | null;
  items: BlingOrderItem[];
}

const situation = optionalObject({ id: optionalInteger, valor: optionalInteger }).transform(
  (raw): Situation | null => (raw?.id ? { id: raw.id, value: raw.valor } : null),
);

const summary = z.object({ id: requiredId, numero: text, data: localDate, situacao: situation });

const item = z
  .object({ codigo: text, quantidade: rawAmount, valor: rawAmount })
  .transform((raw): BlingOrderItem => ({
    sku: raw.codigo ?? '',
    quantity: raw.quantidade,
    unitPrice: raw.valor,
  }));

const detail = summary.extend({
  numeroLoja: text,
  contato: reference,
  loja: reference,
  total: rawAmount,
  outrasDespesas: rawAmount,
  desconto: optionalObject({ valor: rawAmount, unidade: text }),
  transporte: optionalObject({ frete: rawAmount }),
  itens: list(item),
});

/** One row of `GET /pedidos/vendas`. */
export const orderSummarySchema: z.ZodType<BlingOrderSummary> = summary.transform(orderSummary);

/** `data` of `GET /pedidos/vendas/{id}`. */
export const orderSchema: z.ZodType<BlingOrder> = detail.transform((raw) => ({
  ...orderSummary(raw),
  marketplaceNumber: raw.numeroLoja,
  contactId: raw.contato,
  storeId: raw.loja,
  total: raw.total,
  freight: raw.transporte?.frete ?? null,
  otherExpenses: raw.outrasDespesas,
  discount: raw.desconto ? { value: raw.desconto.valor, unit: raw.desconto.unidade } : null,
  items: raw.itens,
}));

function orderSummary(raw: z.output<typeof summary>): BlingOrderSummary {
  return { id: raw.id, number: raw.numero, date: raw.data, situation: raw.situacao };
}
