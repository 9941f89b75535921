import type { z } from 'zod';
import { isoWeekday } from '../calendar';
import { formatCents } from '../basis';

type Context = z.RefinementCtx;

const CENTS_FIELDS = ['bonusCents', 'capPerSaleCents', 'capPerCustomerPerMonthCents', 'budgetCents'] as const;
const POINTS_FIELDS = [
  'bonusPoints',
  'capPerSalePoints',
  'capPerCustomerPerMonthPoints',
  'budgetPoints',
] as const;
/** Above this many points per cent of the sale an amount could leave the safe integers. */
const MAX_POINTS_PER_CENT = 1_000;

type RuleFields = {
  grant: { type: 'cashback' | 'voucher' } | { type: 'points'; points: number; perCents: number };
  multiplierMilli?: number;
} & { [Field in (typeof CENTS_FIELDS)[number] | (typeof POINTS_FIELDS)[number]]?: number };

const MISPLACED = {
  cashback: {
    fields: POINTS_FIELDS,
    message: (field: string) =>
      `${field} conta pontos, e esta regra dá cashback. Use ${field.replace(/Points$/, 'Cents')} ou retire o campo.`,
  },
  points: {
    fields: CENTS_FIELDS,
    message: (field: string) =>
      `${field} conta centavos, e esta regra dá pontos. Use ${field.replace(/Cents$/, 'Points')} ou retire o campo.`,
  },
  voucher: {
    fields: ['multiplierMilli', ...CENTS_FIELDS, ...POINTS_FIELDS] as const,
    message: (field: string) =>
      `${field} não se aplica a esta regra, que dá um vale de valor já definido no modelo. Retire o campo.`,
  },
};

/** Each bonus, cap and budget stands only with the benefit it counts (R13). */
export function checkGrantFields(rule: RuleFields, ctx: Context): void {
  const { fields, message } = MISPLACED[rule.grant.type];
  for (const field of fields) {
    if (rule[field] !== undefined) ctx.addIssue({ code: 'custom', path: [field], message: message(field) });
  }
}

/** Points per cent, multiplied, stay within what any sale can earn exactly. */
export function checkPointsRate(rule: RuleFields, ctx: Context): void {
  if (rule.grant.type !== 'points') return;
  const { points, perCents } = rule.grant;
  if (points * (rule.multiplierMilli ?? 1_000) <= MAX_POINTS_PER_CENT * 1_000 * perCents) return;
  ctx.addIssue({
    code: 'custom',
    path: ['grant', 'points'],
    message:
      `São mais de ${MAX_POINTS_PER_CENT} pontos por centavo de venda, o que parece engano de digitação. ` +
      'Diminua points ou o multiplicador, ou aumente perCents.',
  });
}

/** A smallest sale above the largest, or a period that ends before it begins, would never be met. */
export function checkRanges(
  when: { minSaleCents?: number; maxSaleCents?: number; from?: string; until?: string },
  ctx: Context,
): void {
  const { minSaleCents: min, maxSaleCents: max, from, until } = when;
  if (min !== undefined && max !== undefined && min > max) {
    ctx.addIssue({
      code: 'custom',
      path: ['maxSaleCents'],
      message:
        `A venda máxima (${formatCents(max)}) é menor que a mínima (${formatCents(min)}), e nenhuma venda atenderia ` +
        'às duas. Corrija um dos valores.',
    });
  }
  if (from !== undefined && until !== undefined && from > until) {
    ctx.addIssue({
      code: 'custom',
      path: ['until'],
      message: `O período termina em ${until}, antes de começar em ${from}, e nunca valeria. Corrija uma das datas.`,
    });
  }
}

const DAY = 86_400_000;

/** A period of a few days on which none of the weekdays falls would never be met. */
export function checkWeekdays(
  { weekdays, from, until }: { weekdays?: number[]; from?: string; until?: string },
  ctx: Context,
): void {
  if (!weekdays || from === undefined || until === undefined || from > until) return;
  const [first, last] = [Date.parse(from), Date.parse(until)];
  for (let day = first; day <= last && day < first + 7 * DAY; day += DAY) {
    if (weekdays.includes(isoWeekday(day, 'UTC'))) return;
  }
  ctx.addIssue({
    code: 'custom',
    path: ['weekdays'],
    message:
      `O período de ${from} a ${until} não tem nenhum destes dias da semana (1 é segunda-feira), e a regra nunca valeria. ` +
      'Corrija os dias ou as datas.',
  });
}
