import type { RedemptionReceipt, ReturnRequest } from '../workflows';
import type { Runs } from './runs';

/** What somebody typed with a call. */
interface Texts {
  operator: string | null;
  storeId: string | null;
  saleRef: string | null;
  reason: string | null;
  skus: string[];
}

/** Where texts are kept that runs are not told. */
export interface TextKeeping {
  commands: { keep(merchantId: string, callId: string, texts: Texts, now: Date): Promise<void> };
  redemptions: {
    get(
      merchantId: string,
      redemptionId: string,
    ): Promise<Pick<RedemptionReceipt, 'saleRef' | 'operator' | 'storeId'> | null>;
  };
}

const NO_TEXTS = { operator: null, storeId: null, saleRef: null };

/**
 * The same runs, which are told no text that somebody typed: it is kept under the id of the call before the call is made, steps find
 * it there, and answers get theirs back. Payloads, results and ids in Temporal are readable by whoever sees its UI.
 */
export function withoutTexts(runs: Runs, keeping: TextKeeping): Runs {
  const keep = async (merchantId: string, callId: string, texts: Partial<Texts>): Promise<void> => {
    const all: Texts = { ...NO_TEXTS, reason: null, skus: [], ...texts };
    const said = [all.operator, all.storeId, all.saleRef, all.reason, ...all.skus];
    if (said.some((text) => text !== null)) await keeping.commands.keep(merchantId, callId, all, new Date());
  };

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
    async (input, { operator, storeId }, callId) => {
      // The id of the update, which is what the step knows the call by.
      await keep(input.merchantId, `${name}/${callId}`, { operator, storeId });
      const receipt = await runs[name](input, { operator: null, storeId: null }, callId);
      return filled(input.merchantId, receipt);
    };

  return {
    ...runs,
    async reserve(input, request) {
      const { operator, storeId, saleRef } = request;
      await keep(input.merchantId, input.redemptionId, { operator, storeId, saleRef });
      return filled(input.merchantId, await runs.reserve(input, { ...request, ...NO_TEXTS }));
    },
    confirm: act('confirm'),
    release: act('release'),
    rollback: act('rollback'),
    async voucher(move, sale, request, callId) {
      const { operator, storeId, saleRef } = request;
      await keep(sale.merchantId, callId, { operator, storeId, saleRef });
      return filled(sale.merchantId, await runs.voucher(move, sale, { ...request, ...NO_TEXTS }, callId));
    },
    async returnGoods(sale, request, callId) {
      const { operator, storeId, reason, items } = request;
      await keep(sale.merchantId, callId, { operator, storeId, reason, skus: items.map(({ sku }) => sku) });
      return runs.returnGoods(sale, numbered(request), callId);
    },
    async claimSale(sale, { operator, storeId, customerId }, callId) {
      await keep(sale.merchantId, callId, { operator, storeId });
      return runs.claimSale(sale, { customerId, operator: null, storeId: null }, callId);
    },
  };
}

/** A return whose lines are named by their place in what was kept. */
function numbered(request: ReturnRequest): ReturnRequest {
  const items = request.items.map(({ quantity }, index) => ({ sku: `#${index}`, quantity }));
  return { ...request, operator: null, storeId: null, reason: null, items };
}
