import { answered, api } from '../api';
import type { Answer, Paths, Schema } from '../api';
import { formatMoney, formatPoints } from '../format';
import type { Clock } from '../format';
import { counter } from '../words/pt';
import { earnedText } from './earned-text';
import type { Earned } from './earned-text';

type UseBody = Paths['/v1/redemptions']['post']['requestBody']['content']['application/json'];

interface AtSale {
  saleTotalCents: number;
  saleRef?: string;
  storeId?: string;
}

/** Use of a balance; `left`: what the page expects to be left. */
export type BalanceUse = AtSale & {
  kind: 'use';
  customerId: string;
  /** As it is said aloud: first name and initial. */
  name: string;
  /** Only kept aside, to be used or let go later. */
  reserve?: true;
} & (
    | { type: 'cashback'; amountCents: number; left: number }
    /** `worthCents`: what the page expects the points to take off; absent: it does not know. */
    | { type: 'points'; points: number; worthCents?: number; left: number }
  );

/** Use of a voucher. */
export type VoucherUse = AtSale & {
  kind: 'voucher';
  customerId: string;
  name: string;
  code: string;
  /** Only kept aside for the sale. */
  reserve?: true;
  /** What it takes off that sale, and what of it is lost then; absent: nobody looked, or it was said when it was reserved. */
  worth?: { discountCents: number; unusedCents?: number };
};

/** A use of balance that is there, or one of a voucher, which is reached by its code; a page of before has kept it without its id. */
type UseThere = { redemptionId: string } | { code: string; redemptionId?: string };

/**
 * What can be done with a use that is there: a reservation is used or let go, and a use is undone while the program lets one. What is
 * reserved of a voucher is used as any voucher is.
 */
export type Turn = {
  name: string;
  /** What was used, in words. */
  what: string;
  storeId?: string;
} & ({ kind: 'confirm'; of: { redemptionId: string } } | { kind: 'release' | 'undo'; of: UseThere });

/** A sale without a customer becomes somebody's. */
export interface Claim {
  kind: 'claim';
  saleId: string;
  /** As it is called and told from others. */
  sale: string;
  customerId: string;
  name: string;
  storeId?: string;
}

/** Whatever moves value at the counter. All of it is kept until it is known what became of it. */
export type Move = BalanceUse | VoucherUse | Turn | Claim;

/** What a move came to, as far as the page says it. */
export interface Moved extends Earned {
  /** Of a use of balance: what the API says is left; absent: it does not. */
  left?: number | undefined;
  /** What a voucher or points took off, and what of a voucher was lost by that. */
  discountCents?: number;
  unusedCents?: number;
  /** Of a reservation: until when it is kept. */
  reservedUntil?: string;
}

/** Does it; under the same key once, however often it is asked. */
export async function perform(move: Move, key: string): Promise<Answer<Moved>> {
  const header = { 'Idempotency-Key': key };
  switch (move.kind) {
    case 'use': {
      const call = api.POST('/v1/redemptions', { params: { header }, body: bodyOfUse(move) });
      return moved(await answered(call), ({ discountCents, reservedUntil, leftCents, leftPoints }) => ({
        ...{ discountCents, reservedUntil, left: leftCents ?? leftPoints },
      }));
    }
    case 'voucher':
      return moved(
        await answered(voucherUse(move, header)),
        ({ discountCents, unusedCents, reservedUntil }) => ({ discountCents, unusedCents, reservedUntil }),
      );
    case 'claim': {
      const { saleId, customerId, storeId } = move;
      const params = { header, path: { id: saleId } };
      const call = api.POST('/v1/sales/{id}/customer', { params, body: { customerId, storeId } });
      return moved(await answered(call), earnedBy);
    }
    default:
      return moved<unknown>(await turn(move, header), () => ({}));
  }
}

type Header = Record<'Idempotency-Key', string>;

function voucherUse(
  { code, reserve, customerId, saleTotalCents, saleRef, storeId }: VoucherUse,
  header: Header,
) {
  const path = reserve ? '/v1/vouchers/{code}/reserve' : '/v1/vouchers/{code}/redeem';
  const body = { customerId, saleTotalCents, saleRef, storeId };
  return api.POST(path, { params: { header, path: { code } }, body });
}

function turn({ kind, of, storeId }: Turn, header: Header): Promise<Answer<unknown>> {
  const body = { storeId };
  if ('code' in of) {
    const { code, redemptionId } = of;
    const path = kind === 'release' ? '/v1/vouchers/{code}/release' : '/v1/vouchers/{code}/rollback';
    const asked = { params: { header, path: { code } }, body: { ...body, redemptionId } };
    return answered(api.POST(path, asked));
  }
  const path = `/v1/redemptions/{id}/${kind === 'undo' ? 'rollback' : kind}` as const;
  return answered(api.POST(path, { params: { header, path: { id: of.redemptionId } }, body }));
}

/** What a sale that was taken over gave: whoever may not read sales is told its cashback alone. */
function earnedBy(sale: Schema<'Sale'> | Schema<'ClaimedSale'>): Earned {
  const { earnedCents } = sale;
  if (!('benefit' in sale)) return { earnedCents };
  const { points, vouchers } = sale.benefit;
  return { earnedCents, earnedPoints: points.earnedPoints, earnedVouchers: vouchers.length };
}

function moved<T>({ replayed, body }: Answer<T>, read: (body: T) => Moved): Answer<Moved> {
  return { replayed, body: read(body) };
}

function bodyOfUse(move: BalanceUse): UseBody {
  const { customerId, saleTotalCents, saleRef, storeId, reserve = false } = move;
  const shared = { customerId, saleTotalCents, saleRef, storeId, confirm: !reserve };
  return move.type === 'cashback'
    ? { ...shared, type: 'cashback', amountCents: move.amountCents }
    : { ...shared, type: 'points', points: move.points };
}

/** What is the same of two moves that are one, whatever else was typed: the same value of the same person. */
export function sameness(move: Move): string {
  switch (move.kind) {
    case 'use': {
      const { kind, customerId, type, reserve = false } = move;
      return [
        kind,
        customerId,
        type,
        move.type === 'cashback' ? move.amountCents : move.points,
        reserve,
      ].join();
    }
    case 'voucher':
      return [move.kind, move.code, move.reserve ?? false].join();
    case 'claim':
      return [move.kind, move.saleId].join();
    default:
      return [move.kind, whichUse(move.of)].join();
  }
}

/** By what a use is told from others: of a voucher there may be several. */
function whichUse(of: UseThere): string {
  return 'code' in of ? (of.redemptionId ?? of.code) : of.redemptionId;
}

/** What is used, in its unit; points with what they take off, where that is known. */
function amountOf(move: BalanceUse, worthCents?: number): string {
  return move.type === 'cashback' ? formatMoney(move.amountCents) : pointsText(move.points, worthCents);
}

/** Points with what they are worth, where that is known. */
export function pointsText(points: number, worthCents?: number): string {
  const said = formatPoints(points);
  return worthCents === undefined ? said : counter.redeem.worth(said, formatMoney(worthCents));
}

/** What is left afterwards, in the unit of what is used. */
function leftOf({ type }: BalanceUse, left: number): string {
  return type === 'cashback' ? formatMoney(left) : formatPoints(left);
}

/** What is asked before it is done. */
export function questionOf(move: Move): string {
  const { confirm: words } = counter;
  switch (move.kind) {
    case 'use': {
      const amount = amountOf(move, move.type === 'points' ? move.worthCents : undefined);
      return words[move.reserve ? 'reserve' : 'use'](amount, move.name, leftOf(move, move.left));
    }
    case 'voucher': {
      const ask = words[move.reserve ? 'reserveVoucher' : 'voucher'];
      return ask(move.code, move.name, formatMoney(move.saleTotalCents)) + worthOf(move);
    }
    case 'claim':
      return words.claim(move.sale, move.name);
    default:
      return words[move.kind](move.what, move.name);
  }
}

/** What a voucher is about to take off, and to lose. */
function worthOf({ worth }: VoucherUse): string {
  const { confirm: words } = counter;
  if (!worth) return '';
  const { discountCents, unusedCents = 0 } = worth;
  const lost = unusedCents === 0 ? '' : words.lost(formatMoney(unusedCents));
  return words.worth(formatMoney(discountCents)) + lost;
}

/** What is said once it is done. */
export function resultOf(move: Move, moved: Moved, clock: Clock): string {
  const { outcome: words } = counter;
  const { discountCents, unusedCents = 0, reservedUntil, left } = moved;
  const until = reservedUntil === undefined ? '' : clock.dateTime(reservedUntil);
  switch (move.kind) {
    case 'use':
      return move.reserve
        ? words.reserve(amountOf(move, discountCents), move.name, until)
        : words.use(amountOf(move, discountCents), move.name, left === undefined ? null : leftOf(move, left));
    case 'voucher':
      return move.reserve
        ? words.reserve(counter.voucher.called(move.code), move.name, until)
        : words.voucher(
            formatMoney(discountCents ?? 0),
            move.name,
            unusedCents === 0 ? null : formatMoney(unusedCents),
          );
    case 'claim':
      return words.claim(move.sale, move.name, earnedText(moved));
    default:
      return words[move.kind](move.what, move.name);
  }
}
