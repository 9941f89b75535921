import { z } from 'zod';
import { parseEmail, parsePhone } from '../../loyalty';
import { inputText } from '../http';

const MOST = 200;

const email = inputText(300)
  .refine((text) => isAddress(text) || isDomain(text), {
    message:
      'Isto não é um endereço nem um domínio. Escreva, por exemplo, caixa@loja.com.br ou @loja.com.br.',
  })
  .meta({ format: 'email-or-domain' });
const phone = inputText(60)
  .refine((text) => parsePhone(text) !== null, {
    message: 'Este telefone não existe. Escreva com o DDD, como (11) 3456-7890.',
  })
  .meta({ format: 'phone' });

/** What the merchant's staff type in where they do not know who buys (R48). */
export const standInsSchema = z
  .strictObject({
    words: z.array(inputText(80)).max(MOST).default([]).meta({
      description: 'Words or phrases: a name made of nothing else, and of the usual stand-ins, is nobody',
    }),
    emails: z
      .array(email)
      .max(MOST)
      .default([])
      .meta({ description: 'Addresses, or a domain written `@loja.com.br`' }),
    phones: z
      .array(phone)
      .max(MOST)
      .default([])
      .meta({ description: 'With the area code: the store’s own, as a rule' }),
  })
  .meta({ id: 'StandIns' });

/** Stand-ins of one merchant, for examples. */
export const standInsExample = {
  words: ['cliente whatsapp'],
  emails: ['caixa@lojadamaria.com.br', '@lojadamaria.com.br'],
  phones: ['(11) 3456-7890'],
};

function isAddress(text: string): boolean {
  return parseEmail(text) !== null;
}

function isDomain(text: string): boolean {
  return text.startsWith('@') && isAddress(`a.b${text}`);
}
