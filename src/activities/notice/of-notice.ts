import type { Sale } from '../../loyalty';
import { messageIdOf } from '../../store';
import type { Message, MessageIdentity, Store } from '../../store';

/** Which notice of a sale, by whatever channel. */
export function noticeOf(
  sale: Pick<Sale, 'merchantId' | 'id'>,
  key: string,
): Omit<MessageIdentity, 'channel'> {
  return { merchantId: sale.merchantId, saleId: sale.id, key };
}

/** Its messages as they stand, one for each channel by which it was begun. */
export async function messagesOfNotice(
  { messages }: Pick<Store, 'messages'>,
  sale: Pick<Sale, 'merchantId' | 'id'>,
  key: string,
): Promise<Message[]> {
  const all = await messages.ofSale(sale.merchantId, sale.id);
  return all.filter(({ id, channel }) => id === messageIdOf({ ...noticeOf(sale, key), channel }));
}
