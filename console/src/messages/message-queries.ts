import { queryOptions } from '@tanstack/react-query';
import type { UnusedSkipTokenOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../api';
import type { Schema } from '../api';

export type Message = Schema<'Message'>;

/** A page of messages. */
interface MessageList {
  data: Message[];
  next: string | null;
}

/** Which messages, as the address has it. */
export interface MessageSearch {
  situacao?: Message['state'] | undefined;
  ocasiao?: Message['occasion'] | undefined;
  /** A customer's id. */
  cliente?: string | undefined;
  /** A sale's id. */
  venda?: string | undefined;
  antes?: string | undefined;
}

const PAGE = 20;

/** A page of the messages that are looked for, newest first. */
export function messagesQuery({
  situacao,
  ocasiao,
  cliente,
  venda,
  antes,
}: MessageSearch): UnusedSkipTokenOptions<MessageList, Error, MessageList, readonly unknown[]> {
  const query = {
    ...{ state: situacao, occasion: ocasiao, customerId: cliente, saleId: venda },
    ...{ before: antes, limit: PAGE },
  };
  return queryOptions({
    queryKey: ['messages', query] as readonly unknown[],
    queryFn: () => bodyOf(api.GET('/v1/messages', { params: { query } })),
  });
}

/** One message. */
export function messageQuery(
  id: string,
): UnusedSkipTokenOptions<Message, Error, Message, readonly unknown[]> {
  return queryOptions({
    queryKey: ['message', id] as readonly unknown[],
    queryFn: () => bodyOf(api.GET('/v1/messages/{id}', { params: { path: { id } } })),
  });
}
