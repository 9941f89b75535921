import {
  Book,
  redeemVoucher,
  Refusal,
  refuseOtherRequest,
  releaseVoucher,
  reserveVoucher,
  rollbackVoucher,
  usedBy,
  voucherCall,
} from '../../loyalty';
import type { Instant, Redemption, RedemptionTerms, VoucherUse } from '../../loyalty';
import type { Caller, Store } from '../../store';
import { requireOwnStore } from '../http';
import { Problem } from '../http/problem';
import type { VoucherMove } from '../../runs';
import type { VoucherLot } from './guess-guard';

/** What is asked of a voucher, and by which call. */
export interface VoucherCall {
  move: VoucherMove;
  callId: string;
  /** Of the request. */
  digest: string;
  operator: string | null;
  saleTotalCents: number | null;
  /** Of the sale; or where one certain use is undone or let go, that use's id. */
  saleRef: string | null;
  storeId: string | null;
  /** The certain use that is meant; null: none is named. */
  redemptionId: string | null;
}

/** No terms decide whether a use is refused. */
const ANY_TERMS: RedemptionTerms = {
  reservation: 'PT15M',
  rollbackWindow: 'P90D',
  graceAfterRollback: 'P7D',
  pointValueCents: 1,
};
/** Nor does the zone in which a use would be kept. */
const ANY_ZONE = 'UTC';

const MOVES: Record<VoucherMove, (book: Book, use: VoucherUse, now: Instant) => Redemption> = {
  reserve: reserveVoucher,
  redeem: redeemVoucher,
  release: (book, { code }, now) => releaseVoucher(book, code, { kind: 'redemption' }, now),
  rollback: (book, { code, saleRef }, now) =>
    rollbackVoucher(book, code, saleRef, { kind: 'redemption' }, now),
};

/**
 * Tries the move on a copy of what stands in the ledger, so that what is certainly refused costs Temporal nothing. A
 * repeated call, which its own first effect might refuse, is let through and gets its first outcome. A use that was made before is
 * moved by whose store it is only.
 * @throws Refusal, also where another than the named use would be moved; Problem `forbidden`, or `redemption_not_found` for what is no
 * use of this voucher
 */
export async function refuseAtOnce(
  store: Pick<Store, 'wallets' | 'shops'>,
  caller: Caller,
  { id: lotId, customerId, voucher: { code } }: VoucherLot,
  { move, callId, digest, redemptionId, ...asked }: VoucherCall,
  now: Instant,
): Promise<void> {
  const wallet = await store.wallets.read(caller.merchantId, customerId, { voucher: { code, lotId } });
  if (!wallet?.lots.some(({ id }) => id === lotId)) return;
  const known = usedBy(wallet.redemptions, { id: callId });
  if (known) return refuseOtherRequest(known, voucherCall(callId, digest, asked));
  const uses = wallet.redemptions.filter(({ draws }) => draws.some((drawn) => drawn.lotId === lotId));
  if (redemptionId !== null && !uses.some(({ id }) => id === redemptionId))
    throw new Problem('redemption_not_found');
  const use: VoucherUse = {
    id: callId,
    code,
    saleTotalCents: asked.saleTotalCents ?? 0,
    saleRef: asked.saleRef,
    storeId: asked.storeId,
    operator: asked.operator,
    terms: ANY_TERMS,
    zone: ANY_ZONE,
    sales: [],
  };
  const book = new Book(wallet);
  const moved = MOVES[move](book, use, Math.max(now, wallet.lastAt));
  refuseAnother(book, redemptionId, moved);
  await requireOwnStore(store, caller, moved);
}

/** Where somebody has reserved the voucher anew since, their reservation is not let go in place of the named one. @throws Refusal */
function refuseAnother({ wallet }: Book, redemptionId: string | null, moved: Redemption): void {
  if (redemptionId === null || moved.id === redemptionId) return;
  const named = wallet.redemptions.find(({ id }) => id === redemptionId);
  throw new Refusal('invalid_request', { state: named?.state ?? 'expired' });
}
