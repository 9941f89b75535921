/** `2,00001E+15`: the digits that are not shown are gone. */
const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?E[+-]\d+$|^[+-]?\d+[.,]\d+E\d+$/i;
/** `20000061234567,00` and `10231.0`: it has become a number, whose zeros and last digits are not to be trusted. */
const DECIMALS = /^\d+(?:\.\d{3})*,0{1,2}$|^\d+(?:,\d{3})*\.0{1,2}$/;
/** Spreadsheets keep fifteen digits of a number; the others become zeros. */
const LONG_NUMBER = /^\d{16,}$/;
const CUT_NUMBER = /^\d{15}0+$/;

/** What is wrong with an identifier that went through a spreadsheet as a number (pt-BR); null: nothing that could be seen. */
export function spreadsheetDamage(identifier: string): string | null {
  const bare = identifier.replace(/\s/g, '');
  if (!SCIENTIFIC.test(bare) && !DECIMALS.test(bare)) return null;
  return 'A planilha trocou este código por um número e pode ter perdido dígitos. Exporte de novo, com a coluna formatada como texto.';
}

/** Whether a spreadsheet may have put zeros in the place of this identifier's last digits. */
export function maybeCut(identifier: string): boolean {
  return CUT_NUMBER.test(identifier);
}

/** Whether no spreadsheet has cut this identifier, although it would have: then it cut none of its column. */
export function surelyWhole(identifier: string): boolean {
  return LONG_NUMBER.test(identifier) && !CUT_NUMBER.test(identifier);
}

/** What is wrong with the identifiers of a column that all end in zeros after fifteen digits (pt-BR). */
export const CUT =
  'Este código tem só quinze dígitos antes dos zeros, como nos números que uma planilha arredonda. Exporte de novo, com a coluna formatada como texto.';
