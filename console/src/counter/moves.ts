import { answered, api } from '../api';
import type { Answer, Paths } from '../api';
import { formatMoney, formatPoints } from '../format';
import { counter } from '../words/pt';

type UseBody = Paths['/v1/redemptions']['post']['requestBody']['content']['application/json'];

interface AtSale {
  saleTotalCents: number;
  saleRef?: string;
  storeId?: string;
}

/** Use of a balance; what is left is what the page said before it. */
export type BalanceUse = AtSale & {
  kind: 'use';
  customerId: string;
  /** As it is said aloud: first name and initial. */
  name: string;
} & (
    { type: 'cashback'; amountCents: number; left: number } | { type: 'points'; points: number; left: number }
  );

/** Use of a voucher. */
export type VoucherUse = AtSale & { kind: 'voucher'; customerId: string; name: string; code: string };

/** Taking back a use while the program lets one. */
export interface Undo {
  kind: 'undo';
  /** Of a balance: the redemption; of a voucher: its code. */
  of: { redemptionId: string } | { code: string };
  name: string;
  /** What was used, in words. */
  what: string;
  storeId?: string;
}

/** Whatever moves value at the counter. All of it is kept until it is known what became of it. */
export type Move = BalanceUse | VoucherUse | Undo;

/** What a move came to, as far as the page says it. */
export interface Moved {
  discountCents: number | null;
}

/** Does it; under the same key once, however often it is asked. */
export async function perform(move: Move, key: string): Promise<Answer<Moved>> {
  const header = { 'Idempotency-Key': key };
  switch (move.kind) {
    case 'use':
      return done(await answered(api.POST('/v1/redemptions', { params: { header }, body: bodyOfUse(move) })));
    case 'voucher': {
      const { code, customerId, saleTotalCents, saleRef, storeId } = move;
      const body = { customerId, saleTotalCents, saleRef, storeId };
      const params = { header, path: { code } };
      const { replayed, body: use } = await answered(
        api.POST('/v1/vouchers/{code}/redeem', { params, body }),
      );
      return { replayed, body: { discountCents: use.discountCents } };
    }
    case 'undo':
      return done(await undo(move, header));
  }
}

function undo({ of, storeId }: Undo, header: { 'Idempotency-Key': string }): Promise<Answer<unknown>> {
  if ('code' in of) {
    const params = { header, path: { code: of.code } };
    return answered(api.POST('/v1/vouchers/{code}/rollback', { params, body: { storeId } }));
  }
  const params = { header, path: { id: of.redemptionId } };
  return answered(api.POST('/v1/redemptions/{id}/rollback', { params, body: { storeId } }));
}

function done({ replayed }: Answer<unknown>): Answer<Moved> {
  return { replayed, body: { discountCents: null } };
}

function bodyOfUse(move: BalanceUse): UseBody {
  const { customerId, saleTotalCents, saleRef, storeId } = move;
  const shared = { customerId, saleTotalCents, saleRef, storeId, confirm: true };
  return move.type === 'cashback'
    ? { ...shared, type: 'cashback', amountCents: move.amountCents }
    : { ...shared, type: 'points', points: move.points };
}

/** What is used, in its unit. */
export function amountOf(move: BalanceUse): string {
  return move.type === 'cashback' ? formatMoney(move.amountCents) : formatPoints(move.points);
}

/** What is left afterwards, in its unit. */
function leftOf(move: BalanceUse): string {
  return move.type === 'cashback' ? formatMoney(move.left) : formatPoints(move.left);
}

/** What is asked before it is done. */
export function questionOf(move: Move): string {
  switch (move.kind) {
    case 'use':
      return counter.confirm.use(amountOf(move), move.name, leftOf(move));
    case 'voucher':
      return counter.confirm.voucher(move.code, move.name, formatMoney(move.saleTotalCents));
    case 'undo':
      return counter.confirm.undo(move.what, move.name);
  }
}

/** What is said once it is done. */
export function resultOf(move: Move, { discountCents }: Moved): string {
  switch (move.kind) {
    case 'use':
      return counter.outcome.use(amountOf(move), move.name, leftOf(move));
    case 'voucher':
      return counter.outcome.voucher(formatMoney(discountCents ?? 0), move.name);
    case 'undo':
      return counter.outcome.undo(move.what, move.name);
  }
}
