import { z } from 'zod';
import { mendedJson } from '../text';

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

const rows = z.array(z.unknown()).catch([]);
const webhook = z.object({ object: z.literal('whatsapp_business_account'), entry: rows });
const entry = z.object({ changes: rows });
const metadata = z.object({ phone_number_id: z.string().nullish() }).nullish().catch(null);
const change = z.object({
  field: z.literal('messages'),
  value: z.object({ metadata, statuses: rows, messages: rows }),
});

/** What one change of a webhook body tells, row by row, about one sending number. */
export interface WhatsAppChange {
  senderId: string | null;
  statuses: unknown[];
  messages: unknown[];
}

/**
 * The changes in a webhook body that are about messages, in its order. Whatever is something else is passed over, so that Meta does
 * not repeat it for days.
 *
 * @throws MalformedStatusError when the body is not JSON.
 */
export function changesIn(raw: Buffer): WhatsAppChange[] {
  return readable(webhook, [json(raw)])
    .flatMap((body) => readable(entry, body.entry))
    .flatMap((one) => readable(change, one.changes))
    .map(({ value: { metadata: about, statuses, messages } }) => ({
      senderId: about?.phone_number_id ?? null,
      statuses,
      messages,
    }));
}

/** Those that have the form that is looked for. */
export function readable<T>(schema: z.ZodType<T>, candidates: readonly unknown[]): T[] {
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
