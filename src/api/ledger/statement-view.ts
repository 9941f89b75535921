import type { z } from 'zod';
import type { Bucket, Sale } from '../../loyalty';
import type { StatementLine } from '../../store';
import { iso } from '../http';
import type { KeyNamed } from '../http';
import type { statementLineSchema } from './statement-schema';
import { movedAmount, entryText } from './entry-text';
import { toldBy } from './told-by';

type LineView = z.output<typeof statementLineSchema>;

/** What is known of the lines of a page besides themselves. */
export interface StatementContext {
  keyNamed: KeyNamed;
  /** The sale by its id; null: it is not known. */
  saleOf(saleId: string): Pick<Sale, 'source' | 'timeline'> | null;
}

/** A movement as the statement shows it: a sentence, and how each balance changed. */
export function statementLineView(line: StatementLine, { keyNamed, saleOf }: StatementContext): LineView {
  const { seq, at, type, cause, programVersion, ruleId } = line;
  const sale = cause.saleId === undefined ? null : saleOf(cause.saleId);
  const told = toldBy(line, sale);
  return {
    seq,
    at: iso(at),
    type,
    description: entryText(line, movedAmount(line)),
    ...balanceChanges(line),
    saleId: cause.saleId ?? null,
    channel: sale?.source.channel ?? null,
    told: told && { operator: told.operator, key: keyNamed(told.keyId) },
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
