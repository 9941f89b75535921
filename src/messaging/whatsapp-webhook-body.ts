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
  value: z.object({ metadata, contacts: rows, statuses: rows, messages: rows }),
});

/**
 * Meta's id of a user for one business alone, such as `BR.1502576394655843`, which stands also where a user shows no phone; unreadable: null.
 */
export const businessScopedId = z
  .string()
  .regex(/^[A-Z]{2}\.[\w.]{1,128}$/)
  .nullish()
  .catch(null);

const contact = z.object({ user_id: businessScopedId });

/** What one change of a webhook body tells, row by row, about one sending number. */
export interface WhatsAppChange {
  senderId: string | null;
  /** The one user that all of it is about; null: it does not say, or there are several. */
  user: string | null;
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
    .map(({ value: { metadata: about, contacts, statuses, messages } }) => ({
      senderId: about?.phone_number_id ?? null,
      user: onlyUser(readable(contact, contacts)),
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

function onlyUser(contacts: readonly z.infer<typeof contact>[]): string | null {
  return contacts.length === 1 ? (contacts[0]?.user_id ?? null) : null;
}

function json(raw: Buffer): unknown {
  try {
    return mendedJson(raw.toString('utf8'));
  } catch {
    throw new MalformedStatusError();
  }
}
