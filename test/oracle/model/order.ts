import type { ProgramInput, SaleInput } from './input';

/** An order as the ERP sends it: amounts are texts of digits, or whatever else somebody has typed. */
export interface ErpOrder {
  id: string;
  numero: unknown;
  numeroLoja: unknown;
  data: unknown;
  total: unknown;
  contato: unknown;
  loja: unknown;
  desconto: unknown;
  outrasDespesas: unknown;
  transporte: unknown;
  itens: unknown;
}

/** An exact amount: `over` divided by `under`. */
interface Amount {
  over: bigint;
  under: bigint;
}

const NOTHING: Amount = { over: 0n, under: 1n };

/** A number in digits, such as `-15.905`; null: it is none. */
function amountIn(text: unknown): Amount | null {
  if (typeof text !== 'string' && typeof text !== 'number') return null;
  const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(text)) ?? [];
  if (whole === undefined) return null;
  return { over: BigInt(`${sign}${whole}${part}`), under: 10n ** BigInt(part.length) };
}

const times = (a: Amount, b: Amount): Amount => ({ over: a.over * b.over, under: a.under * b.under });
const plus = (a: Amount, b: Amount): Amount => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});

/** To the cent, half up, once: the greatest whole number that is not above so many cents and a half (R52). */
function toCents({ over, under }: Amount): number {
  const [above, below] = [200n * over + under, 2n * under];
  const cut = above / below;
  return Number(above < 0n && cut * below !== above ? cut - 1n : cut);
}

/** An amount that the result depends on: what is absent is nothing, what is no number refuses the order. */
function needed(raw: unknown): number | 'refused' {
  if (raw === undefined || raw === null || raw === '') return 0;
  const amount = amountIn(raw);
  return amount === null ? 'refused' : toCents(amount);
}

const fieldOf = (raw: unknown, field: string): unknown =>
  typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>)[field] : undefined;

interface Line {
  sku: string;
  price: Amount;
}

/** The lines, each quantity × price; null where one of them cannot be read. */
function linesOf({ itens }: ErpOrder): Line[] | null {
  if (itens === undefined || itens === null || itens === '') return [];
  if (!Array.isArray(itens)) return null;
  const lines = itens.map((raw: unknown): Line | null => {
    const [many, each] = [amountIn(fieldOf(raw, 'quantidade')), amountIn(fieldOf(raw, 'valor'))];
    const code = fieldOf(raw, 'codigo');
    return many && each && { sku: typeof code === 'string' ? code : '', price: times(many, each) };
  });
  return lines.includes(null) ? null : (lines as Line[]);
}

/** The order's own discount: an amount, or a share of all lines, at most all of them. One that says nothing is none. */
function discountOf({ desconto }: ErpOrder, lines: Line[] | null): number {
  const amount = amountIn(fieldOf(desconto, 'valor'));
  if (amount === null || amount.over < 0n) return 0;
  if (fieldOf(desconto, 'unidade') !== 'PERCENTUAL') return toCents(amount);
  const goods = (lines ?? []).reduce((sum, { price }) => plus(sum, price), NOTHING);
  const share = amount.over > 100n * amount.under ? { over: 100n, under: 1n } : amount;
  return Math.max(0, toCents(times(times(goods, share), { over: 1n, under: 100n })));
}

/** The sale that an order is, under a program; null where a field refuses it on which the result depends (R52). */
export function saleOfOrder(order: ErpOrder, customerId: string, program: ProgramInput): SaleInput | null {
  const lines = linesOf(order);
  const byProduct = program.earning.rules.some(({ when }) => when?.skus !== undefined);
  const total = order.total === undefined ? 'refused' : needed(order.total);
  const broken = typeof order.transporte === 'string' && order.transporte !== '';
  const freight = broken ? 'refused' : needed(fieldOf(order.transporte, 'frete'));
  const other = needed(order.outrasDespesas);
  if (total === 'refused' || freight === 'refused' || other === 'refused') return null;
  if (typeof order.data !== 'string' || (lines === null && byProduct)) return null;
  return {
    ...{ id: order.id, externalId: order.id, customerId, channel: 'bling' },
    soldAt: `${order.data}T03:00:00.000Z`,
    ...{ totalCents: total, freightCents: freight, otherExpensesCents: other },
    discountCents: discountOf(order, lines),
    items: (lines ?? []).map(({ sku, price }) => ({ sku, totalCents: toCents(price) })),
  };
}
