import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Instant } from '../../loyalty';
import { mendedJson } from '../../text';
import { requiredId } from '../http';

/**
 * What happened to an order. `deleted` is definitive; moving an order to a situation called "excluído" is
 * `updated`.
 */
export type OrderAction = 'created' | 'updated' | 'deleted';

/**
 * "Look at this order again." Only ids: the order itself is always re-read, since events repeat and overtake.
 */
export interface OrderEvent {
  kind: 'order';
  eventId: string;
  /** When Bling says it happened; a hint, not an ordering. */
  date: Instant;
  companyId: string;
  action: OrderAction;
  orderId: string;
}

/** "Look at this NFC-e again", in the same way. */
export interface InvoiceEvent extends Omit<OrderEvent, 'kind' | 'orderId'> {
  kind: 'invoice';
  invoiceId: string;
}

/** An event of another resource, or one of an order or an NFC-e of an unknown action: acknowledged and ignored. */
export interface OtherEvent {
  kind: 'other';
  eventId: string;
  date: Instant;
  companyId: string;
  /** `<resource>.<action>` as Bling sent it. */
  event: string;
}

/** The body is not a webhook of Bling's documented shape. Sending the same bytes again cannot help. */
export class MalformedWebhookError extends Error {
  readonly code = 'malformed_webhook';

  /** @param field Path of the first field that is wrong; `body` when it is not a JSON object at all. */
  constructor(readonly field: string) {
    super(
      `The Bling webhook cannot be read: "${field}" is missing or malformed. Check the payload version (v1).`,
    );
    this.name = 'MalformedWebhookError';
  }
}

const date = z
  .string()
  .transform((raw) => DateTime.fromISO(raw, { zone: 'utc' }))
  .refine((moment) => moment.isValid)
  .transform((moment): Instant => moment.toMillis());

const envelope = z.object({
  eventId: z.string().min(1),
  date,
  event: z.string().min(1),
  companyId: z.string().min(1),
  data: z.unknown(),
});

const subjectData = z.object({ data: z.object({ id: requiredId }) });

/**
 * Reads the envelope of a webhook (developer.bling.com.br/webhooks, payload v1). Of an order or an NFC-e only the id is
 * taken, so whatever else is absent (`situacao` before 2026-02, everything in `order.deleted`) or new does no
 * harm.
 *
 * @throws MalformedWebhookError naming the field.
 */
export function parseBlingWebhook(raw: Buffer): OrderEvent | InvoiceEvent | OtherEvent {
  const body = json(raw);
  const { event, eventId, date: at, companyId } = read(envelope, body);
  const [, resource, action] = /^(order|consumer_invoice)\.(created|updated|deleted)$/.exec(event) ?? [];
  const about = { eventId, date: at, companyId };
  if (action === undefined) return { kind: 'other', ...about, event };
  const { id } = read(subjectData, body).data;
  const told = { ...about, action: action as OrderAction };
  return resource === 'order'
    ? { kind: 'order', ...told, orderId: id }
    : { kind: 'invoice', ...told, invoiceId: id };
}

function json(raw: Buffer): unknown {
  try {
    return mendedJson(raw.toString('utf8'));
  } catch {
    throw new MalformedWebhookError('body');
  }
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new MalformedWebhookError(result.error.issues[0]?.path.join('.') || 'body');
}
