import { requestDigest } from '../../ids';
import { mostReturnableCents, Refusal, returnedLines, returnMadeBy } from '../../loyalty';
import type { Store, WaitedCall } from '../../store';
import type { MovedBy, Sale, SaleReturn } from '../../loyalty';
import type { ReturnRequest, SaleChangeReceipt, SaleInput } from '../../workflows';
import { currentInstant, spoken, waitedCall } from '../runtime';
import type { ActivityDeps } from '../runtime';
import type { SaleOutcome } from './sale-outcome';
import { createSettleBenefit } from './settle-benefit';

/** What a step that changes a sale for staff answers. */
interface SaleChangeStep {
  receipt: SaleChangeReceipt;
  outcome: SaleOutcome;
  wake: string[];
}

/** A step that changes a sale for staff. `validUntil`: until when its caller waits, ISO 8601; nothing: without an end. */
export type ChangeSale<Request> = (
  input: SaleInput,
  request: Request,
  callId: string,
  validUntil?: string | null,
) => Promise<SaleChangeStep>;

/** Records goods that came back (R21), once for each call, and settles what is left of the benefit (R20). */
export function createReturnGoods(deps: ActivityDeps): ChangeSale<ReturnRequest> {
  const settle = createSettleBenefit(deps);
  return async (input, request, callId, validUntil) => {
    const { said, by } = await spoken(deps.store, input.merchantId, callId, request);
    const waited = waitedCall(callId, validUntil);
    const { amountCents, returnedCents } = await record(deps.store, input, said, by, waited);
    const outcome = await settle(input, by);
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
  by: MovedBy,
  waited: WaitedCall,
): Promise<{ amountCents: number; returnedCents: number }> {
  const sale = await store.sales.get(merchantId, saleId);
  if (!sale) throw new Refusal('sale_not_found');
  const callId = waited.id;
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
  const keyId = by.keyId ?? null;
  const about = { operator, keyId, storeId, reason, request: digest };
  const made: SaleReturn = { id: callId, at, ...goods, ...about };
  const patch = {
    purchase: { returns: [...sale.purchase.returns, made], returnedCents },
    benefit: { nextAt: at },
  };
  const event = { at, event: 'returned', text: 'Devolução registrada', by: { operator, keyId } };
  await store.sales.change({ sale, patch, event }, waited);
  return { amountCents: goods.amountCents, returnedCents };
}

/** The goods value of a return: as it was given, or that of the lines named. */
function goodsOf(
  sale: Sale,
  { amountCents, items }: ReturnRequest,
): Pick<SaleReturn, 'amountCents' | 'items'> {
  if (amountCents !== null) return { amountCents, items: [] };
  const before = sale.purchase.returns.flatMap((made) => made.items);
  try {
    return { amountCents: returnedLines(sale.content, before, items), items };
  } catch (error) {
    throw error instanceof Refusal ? namedByPlace(error, items) : error;
  }
}

/** What is refused about a line names it by its place in the call: names of products do not go through Temporal. */
function namedByPlace({ code, facts }: Refusal, items: ReturnRequest['items']): Refusal {
  const place = items.findIndex(({ sku }) => sku === facts['sku']);
  return new Refusal(code, place === -1 ? facts : { ...facts, sku: `#${place}` });
}
