import { isBalance } from '../ledger';
import type { Grant } from '../ledger';
import type { Program } from '../program';
import { heldBalance } from '../sale';
import type { Sale } from '../sale';
import { excess, NO_AMOUNTS } from './amounts';
import type { NoticeAmounts } from './amounts';
import { readAmountsKey } from './notice-key';
import type { AmountsKind } from './notice-key';

/** What the owner of a sale believes to have of it, and the kind of the notice that said so last. */
export interface KnownAmounts {
  known: NoticeAmounts;
  last: AmountsKind | null;
}

/** Tells one owner of a sale from the next. Customers who are merged stay the same owner. */
export function ownerNumber({ owner }: Pick<Sale, 'owner'>): number {
  return owner.claimedAt ?? 0;
}

/**
 * What the present owner knows from the notices given, one after the other. Where the program has no notice about earning,
 * whoever earned counts as knowing it.
 * @param own the present owner's grants of this sale
 */
export function knownAmounts(
  sale: Pick<Sale, 'owner' | 'notices'>,
  own: readonly Grant[],
  program: Pick<Program, 'messages'>,
): KnownAmounts {
  const start = program.messages.earned ? NO_AMOUNTS : amountsGranted(own);
  return sale.notices.given.reduce<KnownAmounts>(
    (before, key) => {
      const said = readAmountsKey(key);
      if (!said || said.owner !== ownerNumber(sale)) return before;
      return { known: afterNotice(before.known, said.kind, said.amounts), last: said.kind };
    },
    { known: start, last: null },
  );
}

/** What the present owner really has of the sale. A voucher of which any use was taken back is cancelled. */
export function amountsHeld(own: readonly Grant[]): Omit<NoticeAmounts, 'refundedCents'> {
  return {
    cents: heldBalance(own, 'cashback'),
    points: heldBalance(own, 'points'),
    vouchers: own.filter((grant) => !isBalance(grant.type) && grant.taken === 0).length,
  };
}

/** What was given, as if nothing of it had been taken back. */
function amountsGranted(own: readonly Grant[]): NoticeAmounts {
  return { ...amountsHeld(own.map((grant) => ({ ...grant, taken: 0 }))), refundedCents: 0 };
}

function afterNotice(known: NoticeAmounts, kind: AmountsKind, said: NoticeAmounts): NoticeAmounts {
  if (kind === 'earned') return said;
  return { ...excess(known, said), refundedCents: known.refundedCents + said.refundedCents };
}
