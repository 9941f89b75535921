import type { z } from 'zod';
import type { ForeseenSale, Redemption, SaleRecord } from '../../loyalty';
import { iso, isoOrNull } from '../http';
import type { ForeseenUnder } from './foresee-under';
import type { triedSchema } from './try-schema';

type Outcome = z.output<typeof triedSchema>['tried'];
type Totals = Outcome['totals'];

/** What a sale comes to under one program. @param version null: a draft */
export function outcomeView({ benefits, explanation }: ForeseenSale, version: number | null): Outcome {
  const sum = (wanted: ForeseenSale['benefits'][number]['type']): number =>
    benefits.filter(({ type }) => type === wanted).reduce((total, { amount }) => total + amount, 0);
  return {
    version,
    benefits: benefits.map(({ ruleId, type, amount, activatesAt, expiresAt, validThrough, voucher }) => ({
      ...{ ruleId, type, amount, activatesAt: iso(activatesAt), expiresAt: isoOrNull(expiresAt) },
      ...{ validThrough, voucher: voucher && { template: voucher.template, discount: voucher.discount } },
    })),
    totals: {
      cents: sum('cashback'),
      points: sum('points'),
      vouchers: benefits.filter(({ type }) => type === 'voucher').length,
    },
    explanation: explanation.map(({ ruleId, type, outcome, amount, lines }) => ({
      ...{ ruleId, type, outcome, amount, lines },
    })),
  };
}

/** How much more one comes to than the other. */
export function difference(one: Totals, other: Totals): Totals {
  return {
    cents: one.cents - other.cents,
    points: one.points - other.points,
    vouchers: one.vouchers - other.vouchers,
  };
}

/** What the answer takes for granted, in pt-BR. */
export function tryAssumptions(
  {
    saleId,
    record,
    redemptions,
    owner,
  }: {
    saleId: string | null;
    record: SaleRecord;
    redemptions: readonly Redemption[];
    owner: { customerId: string | null; unidentified: boolean };
  },
  { month, budgets, firstPurchase, segments }: ForeseenUnder['needs'],
): string[] {
  return [
    'Nada foi gravado e nada foi enviado.',
    ...(saleId !== null && record.standing !== 'completed'
      ? ['O cálculo supõe que a venda estivesse concluída.']
      : []),
    ...(owner.unidentified ? ['A venda não tem cliente: o cálculo supõe que fosse de um cliente novo.'] : []),
    ...(!owner.unidentified && owner.customerId === null ? ['O cálculo supõe um cliente novo.'] : []),
    ...(record.returnedCents > 0 ? ['As devoluções já registradas desta venda foram descontadas.'] : []),
    ...(redemptions.some(({ state }) => state === 'confirmed')
      ? ['Conta como paga com benefício a parte dos resgates confirmados que citam esta venda.']
      : []),
    ...(month || budgets.length > 0
      ? ['Tetos por mês e verbas: com o que as outras vendas já usaram até agora.']
      : []),
    ...(firstPurchase || segments
      ? ['Primeira compra e grupos do cliente: como são agora, ou como ficaram fixados na venda.']
      : []),
  ];
}
