import type { z } from 'zod';
import type { Bucket, Channel } from '../../loyalty';
import type { StatementLine } from '../../store';
import { iso } from '../http';
import type { KeyNamed } from '../http';
import type { statementLineSchema } from './statement-schema';
import { movedAmount, entryText } from './entry-text';

type LineView = z.output<typeof statementLineSchema>;

/** What is known of the lines of a page besides themselves. */
export interface StatementContext {
  keyNamed: KeyNamed;
  /** Through what a sale came; null: it is not known. */
  channelOf(saleId: string): Channel | null;
}

/** A movement as the statement shows it: a sentence, and how each balance changed. */
export function statementLineView(line: StatementLine, { keyNamed, channelOf }: StatementContext): LineView {
  const { seq, at, type, cause, programVersion, ruleId } = line;
  return {
    seq,
    at: iso(at),
    type,
    description: entryText(line, movedAmount(line)),
    ...balanceChanges(line),
    saleId: cause.saleId ?? null,
    channel: cause.saleId === undefined ? null : channelOf(cause.saleId),
    redemptionId: cause.redemptionId ?? null,
    operator: cause.operator ?? null,
    key: keyNamed(cause.keyId),
    reason: cause.reason ?? null,
    programVersion,
    ruleId,
  };
}

function balanceChanges(line: StatementLine): Pick<LineView, 'cashback' | 'points' | 'vouchers'> {
  const active = bucketChange(line, 'active');
  const pending = bucketChange(line, 'pending');
  const reserved = bucketChange(line, 'reserved');
  const { debt } = line;
  switch (line.benefit) {
    case 'cashback':
      return {
        cashback: { activeCents: active, pendingCents: pending, reservedCents: reserved, debtCents: debt },
      };
    case 'points':
      return {
        points: { activePoints: active, pendingPoints: pending, reservedPoints: reserved, debtPoints: debt },
      };
    case 'voucher':
      return { vouchers: { activeUses: active, pendingUses: pending, reservedUses: reserved } };
  }
}

/**
 * How much a line changes the customer's bucket. The moves of a merge name the same bucket on both sides, one of them
 * another customer's: MERGE_IN only adds here, MERGE_OUT only takes away.
 */
function bucketChange({ type, moves }: StatementLine, bucket: Bucket): number {
  return moves.reduce((sum, { from, to, amount }) => {
    const came = to === bucket && type !== 'MERGE_OUT' ? amount : 0;
    const went = from === bucket && type !== 'MERGE_IN' ? amount : 0;
    return sum + came - went;
  }, 0);
}
