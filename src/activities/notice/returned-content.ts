import { lastUsableMoment, localDate, NO_AMOUNTS, readAmountsKey, redemptionCents } from '../../loyalty';
import type { BenefitType, Lot, Redemption, Sale, Wallet } from '../../loyalty';
import type { Benefit, ReturnedMessage } from '../../messaging';
import { balanceShown, lotsShown } from './shown-benefit';

/** What a message about taking and giving back is written from; the wallet as the clock has it. */
export interface ReturnedFacts {
  sale: Sale;
  pointValueCents: number;
  wallet: Wallet;
  key: string;
  /** Those that named the sale and were undone, in the order in which they were. */
  uses: readonly Redemption[];
}

type ReturnedContent = Omit<ReturnedMessage, 'kind' | 'firstName' | 'programName'>;

/** What was taken back and what came back by the key, and what the customer has now. */
export function returnedContent(facts: ReturnedFacts): ReturnedContent {
  const { sale, pointValueCents, wallet, key, uses } = facts;
  const said = readAmountsKey(key)?.amounts ?? NO_AMOUNTS;
  const refunds = latestRefunds(sale, uses, said.refundedCents);
  return {
    reason: whatHappened(sale),
    purchase: {
      number: sale.source.number,
      date: localDate(sale.content.soldAt ?? sale.createdAt, sale.content.zone),
    },
    taken: {
      ...balanceShown({ cashback: said.cents, points: said.points }, pointValueCents),
      vouchers: said.vouchers === 0 ? [] : cancelledVouchers(wallet, sale),
    },
    ...cameBack(refunds, wallet, pointValueCents),
    now: lotsShown(wallet.lots, pointValueCents, ({ buckets }) => buckets.active),
    pending: lotsShown(wallet.lots, pointValueCents, ({ buckets }) => buckets.pending),
    owed: { ...balanceShown(wallet.debt, pointValueCents), vouchers: [] },
  };
}

function whatHappened({ source, purchase }: Sale): ReturnedMessage['reason'] {
  if (source.status === 'cancelled' || source.status === 'missing') return 'cancellation';
  return source.status === 'completed' && purchase.returnedCents > 0 ? 'return' : 'change';
}

function cancelledVouchers({ lots }: Wallet, sale: Sale): Benefit['vouchers'] {
  const own = lots.filter(({ saleId, type }) => saleId === sale.id && type === 'voucher');
  return lotsShown(own, 0, ({ buckets }) => buckets.reversed).vouchers;
}

/** The uses that were undone last, as many as make up what is to be said. */
function latestRefunds(sale: Sale, uses: readonly Redemption[], cents: number): Redemption[] {
  const undone = uses.filter(({ customerId }) => customerId === sale.owner.customerId).toReversed();
  let rest = cents;
  return undone.filter((use) => {
    const asked = rest > 0;
    rest -= redemptionCents(use);
    return asked;
  });
}

/** What was used goes back to the lots it came from, which can be used for a while yet (R34). */
function cameBack(
  refunds: readonly Redemption[],
  wallet: Wallet,
  pointValueCents: number,
): Pick<ReturnedContent, 'cameBack' | 'cameBackUntil'> {
  const ids = new Set(refunds.flatMap(({ draws }) => draws.map(({ lotId }) => lotId)));
  const lots = wallet.lots.filter(({ id, buckets }) => ids.has(id) && buckets.active > 0);
  const sum = (type: BenefitType): number =>
    refunds.filter((use) => use.type === type).reduce((total, { amount }) => total + amount, 0);
  const vouchers = lots.filter(({ type }) => type === 'voucher');
  return {
    cameBack: {
      ...balanceShown({ cashback: sum('cashback'), points: sum('points') }, pointValueCents),
      vouchers: lotsShown(vouchers, pointValueCents, ({ buckets }) => buckets.active).vouchers,
    },
    cameBackUntil: soonestEnd(lots),
  };
}

function soonestEnd(lots: readonly Lot[]): string | null {
  const [first] = lots
    .flatMap(({ expiresAt, zone }) => (expiresAt === null ? [] : [{ expiresAt, zone }]))
    .toSorted((a, b) => a.expiresAt - b.expiresAt);
  return first ? lastUsableMoment(first.expiresAt, first.zone) : null;
}
