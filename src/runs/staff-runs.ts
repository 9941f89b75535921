import { Refusal } from '../loyalty';
import type { Lot } from '../loyalty';
import type { RedemptionReceipt, ReturnRequest } from '../workflows';
import { inTime } from './kept-call';
import type { CallKeeping, Texts, Waiting } from './kept-call';
import type { Runs } from './runs';

/** Where calls are kept that runs are told little of. */
export interface StaffKeeping {
  commands: CallKeeping;
  redemptions: {
    get(
      merchantId: string,
      redemptionId: string,
    ): Promise<Pick<RedemptionReceipt, 'saleRef' | 'operator' | 'storeId'> | null>;
  };
  wallets: { voucher(merchantId: string, by: { lotId: string }): Promise<Lot | null> };
  clock: Waiting['clock'];
}

const NO_TEXTS = { operator: null, storeId: null, saleRef: null };

/**
 * The same runs, as staff reach them. They are told no text that somebody typed, nor with which key: it is kept under the id of the call before the call
 * is made, steps find it there, and answers get theirs back; payloads, results and ids in Temporal are readable by whoever sees its
 * UI. And what is not done within `waitMs` is not done, since its caller has gone by then (`inTime`).
 */
export function staffRuns(runs: Runs, keeping: StaffKeeping, waitMs: number): Runs {
  const kept = <T>(
    merchantId: string,
    callId: string,
    texts: Partial<Texts>,
    send: (validUntil: string) => Promise<T>,
  ): Promise<T> =>
    inTime(keeping.commands, { clock: keeping.clock, waitMs }, { merchantId, callId, texts }, send);

  async function filled<Receipt extends RedemptionReceipt>(
    merchantId: string,
    receipt: Receipt,
  ): Promise<Receipt> {
    const known = await keeping.redemptions.get(merchantId, receipt.redemptionId);
    if (!known) return receipt;
    const { saleRef, operator, storeId } = known;
    return { ...receipt, saleRef, operator, storeId };
  }

  const act =
    (name: 'confirm' | 'release' | 'rollback'): Runs['confirm'] =>
    async (input, { operator, storeId, keyId }, callId) => {
      const texts = { operator, storeId, keyId };
      // The id of the update, which is what the step knows the call by.
      const receipt = await kept(input.merchantId, `${name}/${callId}`, texts, (validUntil) =>
        runs[name](input, { operator: null, storeId: null, validUntil }, callId),
      );
      return filled(input.merchantId, receipt);
    };

  return {
    ...runs,
    async reserve(input, { keyId, ...request }) {
      const { operator, storeId, saleRef } = request;
      const texts = { operator, storeId, saleRef, keyId };
      const receipt = await kept(input.merchantId, input.redemptionId, texts, (validUntil) =>
        runs.reserve(input, { ...request, ...NO_TEXTS, validUntil }),
      );
      return filled(input.merchantId, receipt);
    },
    confirm: act('confirm'),
    release: act('release'),
    rollback: act('rollback'),
    async voucher(move, sale, { keyId, ...request }, callId) {
      const { operator, storeId, saleRef } = request;
      const texts = { operator, storeId, saleRef, keyId };
      const receipt = await kept(sale.merchantId, callId, texts, (validUntil) =>
        runs.voucher(move, sale, { ...request, ...NO_TEXTS, validUntil }, callId),
      ).catch((error: unknown) => storesNamed(keeping, sale.merchantId, request.lotId, error));
      return filled(sale.merchantId, receipt);
    },
    returnGoods(sale, { keyId, ...request }, callId) {
      const { operator, storeId, reason, items } = request;
      const texts = { operator, storeId, keyId, reason, skus: items.map(({ sku }) => sku) };
      return kept(sale.merchantId, callId, texts, (validUntil) =>
        runs.returnGoods(sale, { ...numbered(request), validUntil }, callId),
      ).catch((error: unknown) => {
        throw error instanceof Refusal ? namedAgain(error, items) : error;
      });
    },
    claimSale(sale, { operator, storeId, keyId, customerId }, callId) {
      return kept(sale.merchantId, callId, { operator, storeId, keyId }, (validUntil) =>
        runs.claimSale(sale, { customerId, operator: null, storeId: null, validUntil }, callId),
      );
    },
  };
}

/** A voucher's stores have names that somebody typed: the run does not tell them. @throws what `error` is, with them */
async function storesNamed(
  { wallets }: StaffKeeping,
  merchantId: string,
  lotId: string,
  error: unknown,
): Promise<never> {
  if (!(error instanceof Refusal) || error.code !== 'wrong_store') throw error;
  const lot = await wallets.voucher(merchantId, { lotId });
  throw new Refusal('wrong_store', { stores: (lot?.voucher?.stores ?? []).join(', ') });
}

/** A refusal that names a line by its place, with what the caller called it. */
function namedAgain({ code, facts }: Refusal, items: ReturnRequest['items']): Refusal {
  const place = /^#(\d+)$/.exec(String(facts['sku']))?.[1];
  const sku = place === undefined ? undefined : items[Number(place)]?.sku;
  return new Refusal(code, sku === undefined ? facts : { ...facts, sku });
}

/** A return whose lines are named by their place in what was kept. */
function numbered(request: ReturnRequest): ReturnRequest {
  const items = request.items.map(({ quantity }, index) => ({ sku: `#${index}`, quantity }));
  return { ...request, operator: null, storeId: null, reason: null, items };
}
