import { z } from 'zod';
import type { Instant } from '../loyalty';
import { businessScopedId, changesIn, readable } from './whatsapp-webhook-body';

/** What somebody has written to a number of ours. Personal data: never logged. */
export interface WhatsAppAnswer {
  /** Meta's id of the message (`wamid.…`). */
  providerId: string;
  /** Whose phone it is, as a number to be read: `+5554…`, in Brazil often without the ninth digit; null: its owner shows none. */
  from: string | null;
  /** Who they are to this business alone; null: Meta does not say, and says the phone. */
  user: string | null;
  /** What was typed, or is on the button that was pressed. */
  text: string;
  /** By Meta's clock, which tells whole seconds: the end of that second; null: it does not say. */
  at: Instant | null;
  /** The number it was written to; null where Meta left it out. */
  senderId: string | null;
}

const body = z.string().max(5_000);
const answer = z.object({
  id: z.string().min(1),
  from: z
    .string()
    .regex(/^\d{8,15}$/)
    .nullish()
    .catch(null),
  from_user_id: businessScopedId,
  timestamp: z
    .union([z.string().regex(/^\d{1,12}$/), z.number().int().nonnegative()])
    .nullish()
    .catch(null),
  text: z.object({ body }).nullish().catch(null),
  button: z.object({ text: body }).nullish().catch(null),
});

const LAST_OF_SECOND_MS = 999;

/** The texts that customers have written, in the order of the body; pictures, reactions and the like are passed over, and whose nobody can tell. */
export function parseWhatsAppAnswers(raw: Buffer): WhatsAppAnswer[] {
  return changesIn(raw).flatMap(({ senderId, user: only, messages }) =>
    readable(answer, messages).flatMap(({ id, from: phone, from_user_id: own, timestamp, text, button }) => {
      const said = text?.body ?? button?.text;
      const from = phone ? `+${phone}` : null;
      const user = own ?? only;
      if (said === undefined || (from === null && user === null)) return [];
      const at = timestamp == null ? null : Number(timestamp) * 1_000 + LAST_OF_SECOND_MS;
      return [{ providerId: id, from, user, text: said, at, senderId }];
    }),
  );
}
