import { z } from 'zod';
import type { SaleNoticeKind } from '../../loyalty';
import type { Message } from '../../store';
import { messageFate, messageTitle } from '../../messaging';
import { instant, iso } from '../http';

/** One message about a sale, by one channel, and what has become of it. */
export const messageSchema = z.strictObject({
  kind: z.enum(['earned', 'expiring', 'expired', 'repurchase', 'returned']),
  channel: z.enum(['whatsapp', 'email']),
  state: z.enum(['queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'skipped', 'unknown']),
  reason: z.string().nullable().meta({ description: 'Why it did not arrive, in a stable word' }),
  text: z.string().meta({ description: 'All of it in pt-BR' }),
  at: instant.meta({ description: 'When it was sent, or what became of it else' }),
});

/** A message as the API answers it. */
export function messageView(message: Message): z.output<typeof messageSchema> {
  const { channel, state, reason, sentAt, updatedAt } = message;
  const kind = message.kind as SaleNoticeKind;
  const text = `${messageTitle(message)}: ${messageFate(message)}`;
  return { kind, channel, state, reason, text, at: iso(sentAt ?? updatedAt) };
}
