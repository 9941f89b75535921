import type { MovedBy } from '../../loyalty';
import type { Store } from '../../store';

/** The texts that a request may carry. */
interface SpokenTexts {
  operator: string | null;
  storeId: string | null;
  saleRef?: string | null;
  reason?: string | null;
  items?: { sku: string; quantity: number | null }[];
}

/** What staff asked for, and who moves value by it. */
interface Spoken<Request> {
  said: Request;
  by: MovedBy;
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
): Promise<Spoken<Request>> {
  const kept = await commands.textsOf(merchantId, callId);
  if (!kept) return { said: asked, by: movedBy(asked, null) };
  const { operator, storeId, saleRef, reason, skus, keyId } = kept;
  const said = {
    ...asked,
    operator: asked.operator ?? operator,
    storeId: asked.storeId ?? storeId,
    ...(asked.saleRef === undefined ? {} : { saleRef: asked.saleRef ?? saleRef }),
    ...(asked.reason === undefined ? {} : { reason: asked.reason ?? reason }),
    ...(asked.items === undefined
      ? {}
      : { items: asked.items.map((line, index) => ({ ...line, sku: skus[index] ?? line.sku })) }),
  };
  return { said, by: movedBy(said, keyId) };
}

function movedBy({ operator, storeId }: SpokenTexts, keyId: string | null): MovedBy {
  return {
    ...(operator === null ? {} : { operator }),
    ...(storeId === null ? {} : { storeId }),
    ...(keyId === null ? {} : { keyId }),
  };
}
