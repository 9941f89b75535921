import { z } from 'zod';
import { inputText, localDate } from '../http';
import { consentGivenSchema, consentSchema, toldBy } from './consent-schema';
import { customerSchema } from './customer-schema';
import { UNUSED_BECAUSE } from './unused-marks';

/** Somebody who registers at a counter: a name, and at least one mark to be recognised by. */
export const registerSchema = z
  .strictObject({
    name: inputText(200),
    document: inputText(40).optional().meta({ description: 'CPF or CNPJ, with or without punctuation' }),
    phone: inputText(60).optional().meta({ description: 'In any spelling, with its area code' }),
    email: inputText(300).optional(),
    birthDate: localDate.optional(),
    consents: z
      .array(consentGivenSchema)
      .max(2)
      .default([])
      .refine(
        (told) => new Set(told.map(({ channel }) => channel)).size === told.length,
        'O mesmo canal foi informado duas vezes. Informe cada canal uma vez só.',
      ),
    ...toldBy,
  })
  .superRefine(({ document, phone, email }, context) => {
    if (document !== undefined || phone !== undefined || email !== undefined) return;
    const message = 'Falta o que identifica o cliente. Informe o CPF ou CNPJ, o telefone ou o e-mail.';
    context.addIssue({ code: 'custom', path: ['document'], message });
  });

const warningSchema = z
  .strictObject({
    field: z.enum(['name', 'document', 'phone', 'email']),
    code: z.enum(UNUSED_BECAUSE),
    detail: z.string().meta({ description: 'pt-BR, without the value' }),
  })
  .meta({ id: 'MarkWarning' });

/** Who it is, new or known before. */
export const registeredSchema = z
  .strictObject({
    customer: customerSchema,
    created: z.boolean().meta({ description: 'false: somebody who was known, and is not doubled' }),
    consents: z.array(consentSchema).meta({ description: 'Those of this call' }),
    warnings: z.array(warningSchema).meta({ description: 'Marks that were not usable' }),
  })
  .meta({ id: 'RegisteredCustomer' });

/** A registration, for examples. */
export const registerExample = {
  name: 'Maria Exemplo',
  document: '529.982.247-25',
  phone: '(11) 98765-4321',
  consents: [
    {
      channel: 'whatsapp' as const,
      given: true,
      text: 'Aceito receber mensagens do Clube da Loja pelo WhatsApp.',
    },
  ],
  operator: 'caixa 1',
  storeId: 'centro',
};
