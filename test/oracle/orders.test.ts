import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { adjust, fivePercent, program, spend } from './builders';
import { accountOfOracle, accountOfProduct } from './compare';
import { erpOrders } from './erp-orders';
import { saleOfOrder } from './model/order';
import { saleOfProduct } from './reading';
import { PATIENCE_MS, search } from './search';
import type { History, HistoryEvent, ProgramInput, SaleInput } from './model/input';
import type { ErpOrder } from './model/order';

const OF_COFFEE = program([{ ...fivePercent, when: { skus: ['cafe'] } }]);
const PROGRAMS = [
  program([{ ...fivePercent, grant: { type: 'cashback', rateBps: 1000 } }]),
  OF_COFFEE,
  program([fivePercent], {
    earning: { rules: [fivePercent], base: { includeFreight: true, includeOtherExpenses: true } },
  }),
];

/** Numbers are numbers or texts, as the ERP sends them; the model reads their digits. */
function asJson(order: ErpOrder, asNumbers: boolean): unknown {
  const written = (_key: string, value: unknown): unknown =>
    asNumbers && typeof value === 'string' && /^-?\d+\.\d+$/.test(value) ? Number(value) : value;
  return JSON.parse(JSON.stringify(order, written));
}

/** A history takes a sale of less than its freight only as an exchange; an order of the ERP may be one all the same. */
function isPlayable({
  totalCents,
  freightCents = 0,
  otherExpensesCents = 0,
  items = [],
}: SaleInput): boolean {
  const goods = totalCents - freightCents - otherExpensesCents;
  return (totalCents >= 0 && goods >= 0) || items.some((line) => line.totalCents < 0);
}

/** The order is paid in part with benefit, completed, and half of it comes back. */
function around(sale: SaleInput, rules: ProgramInput): History {
  const at = '2026-03-12T13:00:00.000Z';
  const halfCents = Math.max(1, Math.floor(sale.totalCents / 2));
  const events: HistoryEvent[] = [
    { at: '2026-03-09T13:00:00.000Z', ...adjust(3_000) },
    { at: '2026-03-10T13:00:00.000Z', ...spend('r1', 900, sale.id) },
    { at, do: 'complete', sale },
    { at, do: 'return', saleId: sale.id, amountCents: halfCents },
  ];
  return { program: rules, events };
}

describe('The product against the oracle, over orders of the ERP (R52, R53)', () => {
  it(
    'agrees on which are refused, on every cent of the others, and on what they earn',
    () => {
      fc.assert(
        fc.property(erpOrders, fc.boolean(), fc.constantFrom(...PROGRAMS), (order, asNumbers, rules) => {
          const product = saleOfProduct(asJson(order, asNumbers), 'ana', rules);
          const oracle = saleOfOrder(order, 'ana', rules);
          if (!product || !oracle) return expect(product).toEqual(oracle);
          expect(product).toEqual(oracle);
          if (!isPlayable(oracle)) return;
          expect(accountOfProduct(around(product, rules))).toEqual(accountOfOracle(around(oracle, rules)));
        }),
        search,
      );
    },
    PATIENCE_MS,
  );
});
