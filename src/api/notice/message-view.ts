import type { z } from 'zod';
import { messageFate, messageTitle, reasonText } from '../../messaging';
import type { Message } from '../../store';
import { iso, isoOrNull } from '../http';
import type { messageSchema } from './message-schema';

type MessageView = z.output<typeof messageSchema>;

/** A message as the API answers it: neither its words nor its address are kept. */
export function messageView(message: Message): MessageView {
  const { saleId, customerId, kind, channel, state, reason, attempts } = message;
  return {
    id: publicId(message),
    ...{ saleId, customerId, occasion: kind, channel, state, reason },
    text: `${messageTitle(message)}: ${messageFate(message)}`,
    decision: decisionView(message),
    attempts,
    createdAt: iso(message.createdAt),
    nextAttemptAt: isoOrNull(message.nextAttemptAt),
    sentAt: isoOrNull(message.sentAt),
    reportedAt: isoOrNull(message.reportedAt ?? null),
    updatedAt: iso(message.updatedAt),
  };
}

/** The id in the outbox by the one the API gave. It is of this merchant, whatever was asked for. */
export function outboxId(merchantId: string, id: string): string {
  return `${merchantId}/${Buffer.from(id, 'base64url').toString('utf8')}`;
}

/** Ids of the outbox have slashes in them, which no part of an address may have. */
function publicId({ id, merchantId }: Message): string {
  return Buffer.from(id.slice(merchantId.length + 1), 'utf8').toString('base64url');
}

function decisionView({ decision, channel }: Message): MessageView['decision'] {
  if (!decision) return null;
  const { at, do: deed, because, until } = decision;
  const why = because === null ? '' : `: ${reasonText(channel, because)}`;
  return { at: iso(at), do: deed, because, until: isoOrNull(until), text: `${DEEDS[deed]}${why}` };
}

const DEEDS = { send: 'Pode sair', wait: 'Espera', skip: 'Não sai' } as const;
