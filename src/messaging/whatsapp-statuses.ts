import { z } from 'zod';
import type { Instant } from '../loyalty';
import { businessScopedId, changesIn, readable } from './whatsapp-webhook-body';

/** How far a message has come. Meta may skip `delivered`, repeat a status, and report them out of order. */
export type DeliveryStatus = 'sent' | 'delivered' | 'read' | 'failed';

/** One delivery status of one of our messages. */
export interface WhatsAppStatus {
  /** Meta's id of the message (`wamid.…`). */
  providerId: string;
  status: DeliveryStatus;
  at: Instant;
  /** The sending number's id; null where Meta left it out. */
  senderId: string | null;
  /** Our own id of the message, as it was sent along. */
  reference: string | null;
  /** Why it failed; `whatsAppVerdict` tells what follows. */
  errorCode: number | null;
  /** The recipient's number; Meta may leave it out. Personal data: never logged. */
  recipient: string | null;
  /** Who the recipient is to this business alone; null: Meta does not say, as of what failed. */
  user: string | null;
}

const status = z
  .object({
    id: z.string().min(1),
    status: z.enum(['sent', 'delivered', 'read', 'failed']),
    timestamp: z.union([z.string().regex(/^\d{1,12}$/), z.number().int().nonnegative()]),
    biz_opaque_callback_data: z.string().nullish(),
    recipient_id: z.string().nullish(),
    recipient_user_id: businessScopedId,
    errors: z
      .array(z.object({ code: z.number().int() }))
      .nullish()
      .catch(null),
  })
  .transform((raw): Omit<WhatsAppStatus, 'senderId'> => ({
    providerId: raw.id,
    status: raw.status,
    at: Number(raw.timestamp) * 1_000,
    reference: raw.biz_opaque_callback_data || null,
    errorCode: raw.errors?.[0]?.code ?? null,
    recipient: raw.recipient_id || null,
    user: raw.recipient_user_id ?? null,
  }));

/**
 * The delivery statuses in a webhook body, in its order. Whatever is something else is passed over (answers of
 * customers, other fields, other objects, statuses of a kind or shape not known here), so that Meta does not
 * repeat it for days.
 *
 * @throws MalformedStatusError when the body is not JSON.
 */
export function parseWhatsAppStatuses(raw: Buffer): WhatsAppStatus[] {
  return changesIn(raw).flatMap(({ senderId, statuses }) =>
    readable(status, statuses).map((one) => ({ ...one, senderId })),
  );
}
