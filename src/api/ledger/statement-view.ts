import type { z } from 'zod';
import type { Bucket } from '../../loyalty';
import type { StatementLine } from '../../store';
import { iso } from '../http';
import type { statementLineSchema } from './statement-schema';
import { amountOf, entryText } from './entry-text';

type LineView = z.output<typeof statementLineSchema>;

/** A movement as the statement shows it: a sentence, and how each balance changed. */
export function statementLineView(line: StatementLine): LineView {
  const { seq, at, type, cause, programVersion, ruleId } = line;
  return {
    seq,
    at: iso(at),
    type,
    description: entryText(line, amountOf(line)),
    ...changesOf(line),
    saleId: cause.saleId ?? null,
    redemptionId: cause.redemptionId ?? null,
    operator: cause.operator ?? null,
    reason: cause.reason ?? null,
    programVersion,
    ruleId,
  };
}

function changesOf(line: StatementLine): Pick<LineView, 'cashback' | 'points' | 'vouchers'> {
  switch (line.benefit) {
    case 'cashback':
      return { cashback: centsOf(line) };
    case 'points':
      return { points: pointsOf(line) };
    case 'voucher':
      return { vouchers: usesOf(line) };
  }
}

function centsOf(line: StatementLine): NonNullable<LineView['cashback']> {
  return {
    activeCents: changeOf(line, 'active'),
    pendingCents: changeOf(line, 'pending'),
    reservedCents: changeOf(line, 'reserved'),
    debtCents: line.debt,
  };
}

function pointsOf(line: StatementLine): NonNullable<LineView['points']> {
  return {
    activePoints: changeOf(line, 'active'),
    pendingPoints: changeOf(line, 'pending'),
    reservedPoints: changeOf(line, 'reserved'),
    debtPoints: line.debt,
  };
}

function usesOf(line: StatementLine): NonNullable<LineView['vouchers']> {
  return {
    activeUses: changeOf(line, 'active'),
    pendingUses: changeOf(line, 'pending'),
    reservedUses: changeOf(line, 'reserved'),
  };
}

/** What a merge brings stays in its buckets, and comes from another customer's; what it takes away goes there. */
function changeOf({ type, moves }: StatementLine, bucket: Bucket): number {
  return moves.reduce((sum, { from, to, amount }) => {
    const came = to === bucket && type !== 'MERGE_OUT' ? amount : 0;
    const went = from === bucket && type !== 'MERGE_IN' ? amount : 0;
    return sum + came - went;
  }, 0);
}
