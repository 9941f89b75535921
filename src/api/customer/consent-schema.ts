import { z } from 'zod';
import { CONSENT_CHANNELS, CONSENT_PURPOSES, CONSENT_SOURCES } from '../../store';
import { inputText, instant } from '../http';

/** Who tells, and in which store. */
export const toldBy = {
  operator: inputText(100).optional(),
  storeId: inputText(100).optional(),
};

/** One channel, and what was agreed about it. */
export const consentGivenSchema = z.strictObject({
  channel: z.enum(CONSENT_CHANNELS),
  given: z.boolean().meta({ description: 'false: the customer does not want it, or no longer' }),
  text: inputText(500).meta({ description: 'What the customer was asked or said, word by word' }),
});

/** A consent that is told of a known customer. */
export const consentRequestSchema = consentGivenSchema.extend(toldBy);

/** A consent that was given or taken back. */
export const consentSchema = z
  .strictObject({
    id: z.string(),
    channel: z.enum(CONSENT_CHANNELS),
    given: z.boolean(),
    text: z.string(),
    at: instant,
    source: z.enum(CONSENT_SOURCES).meta({
      description:
        '`staff`: noted by the merchant’s own; `link`: by the customer, through the link of a message or their page; `whatsapp`: by their answer; `meta`: WhatsApp lets nothing through any more; `list`: a list of whom not to write to',
    }),
    purpose: z.enum(CONSENT_PURPOSES).meta({ description: 'What it is about; `all`: whatever is written' }),
    actor: z
      .strictObject({
        kind: z.enum(['key', 'person', 'customer']),
        id: z.string(),
        name: z.string().nullable(),
      })
      .meta({
        description:
          'Who was authenticated, as they are called now; null: they are not the merchant’s any more, or it is the customer',
      }),
    operator: z.string().nullable(),
    storeId: z.string().nullable(),
  })
  .meta({ id: 'Consent' });

/** All facts about a customer, newest first; what holds is the newest of a channel. */
export const consentListSchema = z.strictObject({ data: z.array(consentSchema) });

/** One consent, for examples. */
export const consentExample = {
  id: 'cst_7h2k9m4q8r5t6v3w1x0y',
  channel: 'whatsapp' as const,
  given: true,
  text: 'Aceito receber mensagens do Clube da Loja pelo WhatsApp.',
  at: '2026-11-03T12:00:00.000Z',
  source: 'staff' as const,
  purpose: 'all' as const,
  actor: { kind: 'key' as const, id: '5f2b6c1d9e0a47f3', name: 'caixas' },
  operator: 'caixa 1',
  storeId: 'centro',
};
