import type { Instant } from '../basis';
import type { Program } from '../program';
import type { Sale, SaleHoldings } from '../sale';
import { dueNotices } from './due-notices';
import { lapsedNotices } from './lapsed-notices';
import { nextStep } from './next-step';
import type { NextStep } from './next-step';
import { momentOf } from './spread';

/** What is next to be done about a sale: by time, or a notice to its customer. @param program that pays it; null: none does */
export function stepAfter(
  sale: Sale,
  holdings: SaleHoldings,
  program: Program | null,
  now: Instant,
): NextStep | null {
  const due = program ? dueNotices(sale, holdings, program, now) : [];
  const notices = program ? [...due, ...lapsedNotices(sale, due, now)] : [];
  return nextStep(holdings.lots, notices, holdings.reservations, momentOf(sale.id), now);
}

/** When time does something to what the sale holds, the first of it; null: it does nothing more. */
export function timeOf({ id }: Pick<Sale, 'id'>, { lots, reservations }: SaleHoldings): Instant | null {
  return nextStep(lots, [], reservations, momentOf(id))?.doAt ?? null;
}

/** What a step does, in pt-BR: after "próximo passo:". */
export const STEP_WORDS: Record<NextStep['do'], string> = {
  activate: 'liberar o benefício',
  expire: 'vencer o que não foi usado',
  letGo: 'devolver o vale reservado e não usado',
  tell: 'avisar o cliente',
};
