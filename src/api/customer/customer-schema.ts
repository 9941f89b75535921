import { z } from 'zod';
import { inputText, instant, nextPlace, someChange } from '../http';
import { searchPlace } from './search-place';

/** A customer with what identifies them. Personal data: answered, never logged. */
export const customerSchema = z
  .strictObject({
    id: z.string(),
    name: z.string().nullable(),
    document: z
      .strictObject({ kind: z.enum(['cpf', 'cnpj']), value: z.string() })
      .nullable()
      .meta({ description: 'To staff and `till` keys only three of its digits: `***.***.247-**`' }),
    phones: z.array(z.string()).meta({ description: 'E.164, the newest first' }),
    emails: z.array(z.string()),
    birthDate: z.string().nullable(),
    segments: z.array(z.string()),
    mergedInto: z
      .string()
      .nullable()
      .meta({ description: 'Who answers for this customer, who turned out to be the same person' }),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Customer' });

/** What a search found. */
export const customerListSchema = z.strictObject({
  data: z.array(customerSchema),
  more: z.boolean().meta({ description: 'true: there are others; say more of whom you mean, or read on' }),
  next: nextPlace.meta({
    description:
      'Give as `before` for the next page; null: this was the last, or the only one that you may read',
  }),
});

/** Letters and figures of any language, with single separators between them. */
const SEGMENT = /^[\p{L}\p{N}]+(?:[ ._-][\p{L}\p{N}]+)*$/u;

/** Blanks, of which control characters are none. */
const BLANKS = '[^\\S\\u0000-\\u001f\\u007f-\\u009f]*';

/** The name of a group of customers, as a rule's `segment` names it. */
const segment = inputText(100)
  .refine(
    (name) => SEGMENT.test(name),
    'Um segmento é um nome curto de letras e números, separados por hífen, sublinhado, ponto ou espaço. Escreva, por exemplo, vip-ouro.',
  )
  // Blanks around it are dropped before it is looked at.
  .meta({ pattern: SEGMENT.source.replace('^', `^${BLANKS}`).replace(/\$$/, `${BLANKS}$`) });

/** Groups a customer is in, each once. */
export const segments = z
  .array(segment)
  .max(50)
  .refine(
    (names) => new Set(names).size === names.length,
    'Há segmentos repetidos na lista, e cada um só conta uma vez. Retire as repetições.',
  )
  .meta({ uniqueItems: true });

/** What can be changed of a customer by hand. */
export const customerChangeSchema = someChange(
  z.strictObject({
    segments: segments.optional().meta({ description: 'In place of those the customer is in' }),
  }),
);

/** What to search by. */
export const customerSearchSchema = z.strictObject({
  query: inputText(200).meta({
    description: 'CPF or CNPJ, phone in any spelling, e-mail, or the beginning of words of the name',
  }),
  limit: z.coerce.number().int().min(1).max(50).default(50),
  before: searchPlace.optional().meta({ description: '`next` of the page before, of the same `query`' }),
});

/** One customer, for examples. */
export const customerExample = {
  id: 'cus_7h2k9m4q8r5t6v3w1x0y',
  name: 'Maria Exemplo',
  document: { kind: 'cpf' as const, value: '52998224725' },
  phones: ['+5511987654321'],
  emails: ['maria@example.com'],
  birthDate: null,
  segments: ['vip-ouro'],
  mergedInto: null,
  createdAt: '2026-11-03T12:00:00.000Z',
  updatedAt: '2026-11-03T12:00:00.000Z',
};
