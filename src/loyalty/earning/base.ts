import { formatCents } from '../basis';
import type { Program } from '../program';
import { lineShares } from './share';
import type { EarningFacts } from './calculation';

/** A base in cents, with the lines that show how it came about. It may be negative, which earns nothing. */
export interface Base {
  cents: number;
  lines: string[];
}

/** The last line of a base that earns nothing (R8). */
export const ZERO_BASE = 'A base não passa de zero, e nada é gerado';

type BaseSettings = Program['earning']['base'];

/** What a sale earns on as a whole: goods after the order's discount, less the part paid with benefit (R8, R9). */
export function saleBase(facts: EarningFacts, settings: BaseSettings): Base {
  const { totalCents, freightCents, otherExpensesCents } = facts.sale;
  // Goods below zero earn nothing, whatever was paid beside them (R53).
  const sold = totalCents - freightCents - otherExpensesCents >= 0;
  const extras = [
    { name: 'frete', cents: freightCents, included: sold && settings.includeFreight },
    { name: 'outras despesas', cents: otherExpensesCents, included: sold && settings.includeOtherExpenses },
  ].filter(({ cents }) => cents !== 0);
  const inside = extras.filter(({ included }) => included);
  const outside = extras.filter(({ included }) => !included);
  const cents = outside.reduce((rest, extra) => rest - extra.cents, totalCents);
  const taken = outside
    .map((extra) => ` ${extra.cents < 0 ? '+' : '−'} ${extra.name} ${formatCents(Math.abs(extra.cents))}`)
    .join('');
  const kept = inside.map((extra) => `, com ${extra.name} ${formatCents(extra.cents)}`).join('');
  const line = `Base: ${formatCents(totalCents)}${kept}${taken}${taken && ` = ${formatCents(cents)}`}`;
  return withoutBenefitPaid({ cents, lines: [line] }, facts.benefitPaidCents, settings.excludeBenefitPaid);
}

function withoutBenefitPaid(base: Base, paidCents: number, excluded: boolean): Base {
  if (paidCents <= 0) return base;
  const paid = formatCents(paidCents);
  if (!excluded)
    return { ...base, lines: [...base.lines, `Parte paga com benefício: ${paid}, que conta na base`] };
  const cents = base.cents - paidCents;
  const line = `Parte paga com benefício: ${formatCents(base.cents)} − ${paid} = ${formatCents(cents)}`;
  return { cents, lines: [...base.lines, line] };
}

/**
 * The base narrowed to the lines of some products: net goods, never freight or expenses, split over all lines of the
 * sale by largest remainder (R8).
 */
export function productBase(facts: EarningFacts, settings: BaseSettings, skus: readonly string[]): Base {
  const net = saleBase(facts, { ...settings, includeFreight: false, includeOtherExpenses: false });
  const { items } = facts.sale;
  const shares = lineShares(Math.max(0, net.cents), items);
  const cents = shares.reduce(
    (sum, share, index) => (skus.includes(items[index]?.sku ?? '') ? sum + share : sum),
    0,
  );
  const line = `Itens da regra: ${formatCents(cents)} de ${formatCents(Math.max(0, net.cents))} em mercadorias`;
  return { cents, lines: [...net.lines, line] };
}
