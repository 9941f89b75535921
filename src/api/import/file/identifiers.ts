import { isFillerDocument, parseDocument, parseEmail, parsePhone } from '../../../loyalty';
import { plain, readText } from './cell';
import type { Cell } from './cell';
import { spreadsheetDamage } from './spreadsheet-damage';

/*
 * What identifies a person or a sale is taken as it was typed, or refused: a slip here would make a new customer, or somebody
 * else, or another's sale. What people type to get past a field (zeros, "não tem") counts as empty.
 */

/** The id or number of a sale or store as typed; empty: undefined. What a spreadsheet has rounded is refused (R51). */
export function readCode(text: string): Cell<string | undefined> {
  const damage = spreadsheetDamage(plain(text));
  return damage === null ? readText(text) : { problem: damage };
}

/** The 44 digits by which a tax document is known; empty: undefined. */
export function readAccessKey(text: string): Cell<string | undefined> {
  const digits = plain(text)
    .replace(/^NFC?-?e/i, '')
    .replace(/[\s.-]/g, '');
  if (digits === '') return { value: undefined };
  if (/^\d{44}$/.test(digits) && !/^\d{15}0+$/.test(digits)) return { value: digits };
  return {
    problem:
      'Uma chave de acesso tem 44 dígitos, e aqui faltam alguns: planilhas arredondam números longos. Exporte de novo, com a coluna formatada como texto.',
  };
}

/** CPF or CNPJ as typed; empty: undefined. */
export function readDocument(text: string): Cell<string | undefined> {
  const bare = plain(text);
  const digits = bare.replace(/[^\p{L}\p{N}]/gu, '');
  if (!/\d/.test(digits) || isFillerDocument(bare)) return { value: undefined };
  if (spreadsheetDamage(bare) === null && parseDocument(bare)) return { value: bare };
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
  const damage = spreadsheetDamage(bare);
  if (damage !== null) return { problem: damage };
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
