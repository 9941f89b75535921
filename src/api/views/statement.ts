import type { z } from 'zod';
import type { Bucket } from '../../loyalty';
import type { StatementLine } from '../../store';
import type { statementLineSchema } from '../schemas';
import { amountOf, entryText } from './entry-text';
import { iso } from './instants';

type LineView = z.output<typeof statementLineSchema>;

/** A movement as the statement shows it: a sentence, and how each balance changed. */
export function statementLineView(line: StatementLine): LineView {
  const { seq, at, type, benefit, cause, programVersion, ruleId } = line;
  return {
    seq,
    at: iso(at),
    type,
    description: entryText(line, amountOf(line)),
    ...(benefit === 'cashback' ? { cashback: centsOf(line) } : { points: pointsOf(line) }),
    saleId: cause.saleId ?? null,
    redemptionId: cause.redemptionId ?? null,
    operator: cause.operator ?? null,
    reason: cause.reason ?? null,
    programVersion,
    ruleId,
  };
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

function changeOf({ moves }: StatementLine, bucket: Bucket): number {
  return moves.reduce(
    (sum, { from, to, amount }) => sum + (to === bucket ? amount : 0) - (from === bucket ? amount : 0),
    0,
  );
}
