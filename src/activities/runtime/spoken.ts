import type { Store } from '../../store';

/** The texts that a request may carry. */
interface SpokenTexts {
  operator: string | null;
  storeId: string | null;
  saleRef?: string | null;
  reason?: string | null;
  items?: { sku: string; quantity: number | null }[];
}

/**
 * What staff asked for, with what they typed: it is kept in the store under the id of their call. A request from before that, and
 * one that was typed by hand into Temporal, carries its texts itself.
 */
export async function spoken<Request extends SpokenTexts>(
  { commands }: Pick<Store, 'commands'>,
  merchantId: string,
  callId: string,
  asked: Request,
): Promise<Request> {
  const kept = await commands.textsOf(merchantId, callId);
  if (!kept) return asked;
  const { operator, storeId, saleRef, reason, skus } = kept;
  return {
    ...asked,
    operator: asked.operator ?? operator,
    storeId: asked.storeId ?? storeId,
    ...(asked.saleRef === undefined ? {} : { saleRef: asked.saleRef ?? saleRef }),
    ...(asked.reason === undefined ? {} : { reason: asked.reason ?? reason }),
    ...(asked.items === undefined
      ? {}
      : { items: asked.items.map((line, index) => ({ ...line, sku: skus[index] ?? line.sku })) }),
  };
}
