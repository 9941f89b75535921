import type { Message, Messages } from '../../../src/store';
import type { Holdings } from './holdings';

/** The outbox as it is read. */
export function messagesIn({
  messages,
}: Pick<Holdings, 'messages'>): Pick<Messages, 'get' | 'list' | 'ofSale'> {
  const those = (fits: (message: Message) => boolean): Promise<Message[]> =>
    Promise.resolve(messages.filter(fits));
  return {
    get: (id) => Promise.resolve(messages.find((one) => one.id === id) ?? null),
    ofSale: (_merchantId, saleId) => those((one) => one.saleId === saleId),
    list: async (merchantId, { customerId, saleId, state, kind, limit }) =>
      (
        await those(
          (one) =>
            one.merchantId === merchantId &&
            (customerId ?? one.customerId) === one.customerId &&
            (saleId ?? one.saleId) === one.saleId &&
            (state ?? one.state) === one.state &&
            (kind ?? one.kind) === one.kind,
        )
      ).slice(0, limit),
  };
}
