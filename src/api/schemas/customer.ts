import { z } from 'zod';
import { instant, inputText } from './fields';

/** A customer with what identifies them. Personal data: answered, never logged. */
export const customerSchema = z
  .strictObject({
    id: z.string(),
    name: z.string().nullable(),
    document: z.strictObject({ kind: z.enum(['cpf', 'cnpj']), value: z.string() }).nullable(),
    phones: z.array(z.string()).meta({ description: 'E.164, the newest first' }),
    emails: z.array(z.string()),
    birthDate: z.string().nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Customer' });

/** What a search found. */
export const customerListSchema = z.strictObject({ data: z.array(customerSchema) });

/** What to search by. */
export const customerSearchSchema = z.strictObject({
  query: inputText(200).meta({
    description: 'CPF or CNPJ, phone in any spelling, e-mail, or the beginning of words of the name',
  }),
});

/** One customer, for examples. */
export const customerExample = {
  id: 'cus_7h2k9m4q8r5t6v3w1x0y',
  name: 'Maria Exemplo',
  document: { kind: 'cpf' as const, value: '52998224725' },
  phones: ['+5511987654321'],
  emails: ['maria@example.com'],
  birthDate: null,
  createdAt: '2026-11-03T12:00:00.000Z',
  updatedAt: '2026-11-03T12:00:00.000Z',
};
