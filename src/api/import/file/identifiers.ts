import { isFillerDocument, parseDocument, parseEmail, parsePhone } from '../../../loyalty';
import { plain } from './cell';
import type { Cell } from './cell';

/*
 * What identifies a person is taken as it was typed, or refused: a slip here would make a new customer, or somebody else. What
 * people type to get past a field (zeros, "não tem") counts as empty.
 */

/** CPF or CNPJ as typed; empty: undefined. */
export function readDocument(text: string): Cell<string | undefined> {
  const bare = plain(text);
  const digits = bare.replace(/[^\p{L}\p{N}]/gu, '');
  if (!/\d/.test(digits) || isFillerDocument(bare)) return { value: undefined };
  if (parseDocument(bare)) return { value: bare };
  return {
    problem:
      'Este CPF ou CNPJ não confere. Confira os dígitos: planilhas apagam zeros à esquerda e arredondam números longos.',
  };
}

/** Phone as typed; empty: undefined. */
export function readPhone(text: string): Cell<string | undefined> {
  const bare = plain(text);
  const digits = bare.replace(/\D/g, '');
  if (digits === '' || /^(\d)\1*$/.test(digits)) return { value: undefined };
  if (parsePhone(bare)) return { value: bare };
  return { problem: 'Este telefone não existe. Escreva com o DDD, como (11) 98765-4321.' };
}

/** E-mail as typed; empty: undefined. */
export function readEmail(text: string): Cell<string | undefined> {
  const bare = plain(text);
  if (!/[@.]/.test(bare)) return { value: undefined };
  if (parseEmail(bare)) return { value: bare };
  if (/^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(bare)) return { value: undefined };
  return { problem: 'Este e-mail não está completo. Escreva como nome@exemplo.com.br.' };
}
