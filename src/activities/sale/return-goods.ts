import { requestDigest } from '../../ids';
import { mostReturnableCents, Refusal, returnedLines, returnMadeBy } from '../../loyalty';
import type { Store } from '../../store';
import type { Sale, SaleReturn } from '../../loyalty';
import type { ReturnRequest, SaleChangeReceipt, SaleInput } from '../../workflows';
import { currentInstant, spoken } from '../runtime';
import type { ActivityDeps } from '../runtime';
import type { SaleOutcome } from './sale-outcome';
import { createSettleBenefit } from './settle-benefit';

/** What a step that changes a sale for staff answers. */
export interface SaleChangeStep {
  receipt: SaleChangeReceipt;
  outcome: SaleOutcome;
  wake: string[];
}

/** Records goods that came back (R21), once for each call, and settles what is left of the benefit (R20). */
export function createReturnGoods(
  deps: ActivityDeps,
): (input: SaleInput, request: ReturnRequest, callId: string) => Promise<SaleChangeStep> {
  const settle = createSettleBenefit(deps);
  return async (input, request, callId) => {
    const said = await spoken(deps.store, input.merchantId, callId, request);
    const { amountCents, returnedCents } = await record(deps.store, input, said, callId);
    const outcome = await settle(input);
    const { saleId } = input;
    return {
      receipt: { saleId, customerId: outcome.customerId, amountCents, returnedCents },
      outcome,
      wake: [],
    };
  };
}

async function record(
  store: Store,
  { merchantId, saleId }: SaleInput,
  request: ReturnRequest,
  callId: string,
): Promise<{ amountCents: number; returnedCents: number }> {
  const sale = await store.sales.get(merchantId, saleId);
  if (!sale) throw new Refusal('sale_not_found');
  const digest = requestDigest(request);
  const done = returnMadeBy(sale, { ...request, id: callId, digest });
  if (done) return { amountCents: done.amountCents, returnedCents: sale.purchase.returnedCents };
  if (sale.source.status !== 'completed')
    throw new Refusal('invalid_request', { saleStatus: sale.source.status });
  const at = currentInstant();
  const goods = goodsOf(sale, request);
  const returnedCents = sale.purchase.returnedCents + goods.amountCents;
  const most = mostReturnableCents(sale.content);
  if (returnedCents > most)
    throw new Refusal('invalid_request', {
      returnableCents: Math.max(0, most - sale.purchase.returnedCents),
      requestedCents: goods.amountCents,
    });
  const { operator, storeId, reason } = request;
  const about = { operator, storeId, reason, request: digest };
  const made: SaleReturn = { id: callId, at, ...goods, ...about };
  await store.sales.change({
    merchantId,
    id: saleId,
    version: sale.version,
    patch: {
      purchase: { returns: [...sale.purchase.returns, made], returnedCents },
      benefit: { nextAt: at },
    },
    event: { at, event: 'returned', text: 'Devolução registrada' },
  });
  return { amountCents: goods.amountCents, returnedCents };
}

/** The goods value of a return: as it was given, or that of the lines named. */
function goodsOf(
  sale: Sale,
  { amountCents, items }: ReturnRequest,
): Pick<SaleReturn, 'amountCents' | 'items'> {
  if (amountCents !== null) return { amountCents, items: [] };
  const before = sale.purchase.returns.flatMap((made) => made.items);
  return { amountCents: returnedLines(sale.content, before, items), items };
}
