import { z } from 'zod';
import type { Instant } from '../loyalty';
import { mendedJson } from '../text';

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
}

/** The body is not JSON. Its bytes are not repeated here. */
export class MalformedStatusError extends Error {
  readonly code = 'malformed_status';

  constructor() {
    super(
      'The WhatsApp webhook cannot be read: its body is not JSON. Check that the raw body reaches the parser.',
    );
    this.name = 'MalformedStatusError';
  }
}

const status = z
  .object({
    id: z.string().min(1),
    status: z.enum(['sent', 'delivered', 'read', 'failed']),
    timestamp: z.union([z.string().regex(/^\d{1,12}$/), z.number().int().nonnegative()]),
    biz_opaque_callback_data: z.string().nullish(),
    recipient_id: z.string().nullish(),
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
  }));

const rows = z.array(z.unknown()).catch([]);
const webhook = z.object({ object: z.literal('whatsapp_business_account'), entry: rows });
const entry = z.object({ changes: rows });
const metadata = z.object({ phone_number_id: z.string().nullish() }).nullish().catch(null);
const change = z.object({ field: z.literal('messages'), value: z.object({ metadata, statuses: rows }) });

/**
 * The delivery statuses in a webhook body, in its order. Whatever is something else is passed over (incoming
 * messages, other fields, other objects, statuses of a kind or shape not known here), so that Meta does not
 * repeat it for days.
 *
 * @throws MalformedStatusError when the body is not JSON.
 */
export function parseWhatsAppStatuses(raw: Buffer): WhatsAppStatus[] {
  return readable(webhook, [json(raw)])
    .flatMap((body) => readable(entry, body.entry))
    .flatMap((one) => readable(change, one.changes))
    .flatMap(({ value }) =>
      readable(status, value.statuses).map((one) => ({
        ...one,
        senderId: value.metadata?.phone_number_id ?? null,
      })),
    );
}

function readable<T>(schema: z.ZodType<T>, candidates: unknown[]): T[] {
  return candidates.flatMap((candidate) => {
    const result = schema.safeParse(candidate);
    return result.success ? [result.data] : [];
  });
}

function json(raw: Buffer): unknown {
  try {
    return mendedJson(raw.toString('utf8'));
  } catch {
    throw new MalformedStatusError();
  }
}
