import { nameKey } from '../../../loyalty';

/** What a cell says, or why it cannot be read (pt-BR). */
export type Cell<T> = { value: T } | { problem: string };

/** `="00123"` is how spreadsheets keep zeros: it stands for what is in the quotes. */
const KEPT_AS_TEXT = /^="([^"]*)"$/;
const NOTHING = /^[-–—.]*$/;
const FORMULA = /^[=+\-@|]/;

/** A cell without a spreadsheet's wrapping; dashes alone are empty. */
export function plain(text: string): string {
  const bare = (KEPT_AS_TEXT.exec(text)?.[1] ?? text).trim();
  return NOTHING.test(bare) ? '' : bare;
}

/** A text; empty: undefined. What a spreadsheet would run as a formula is refused, because somebody will open it in one. */
export function readText(text: string): Cell<string | undefined> {
  const bare = plain(text);
  if (FORMULA.test(bare))
    return {
      problem: 'Este texto começa como uma fórmula de planilha. Substitua a fórmula pelo seu resultado.',
    };
  return { value: bare === '' ? undefined : bare };
}

/** What a name of a column or a value is compared by: `E-mail do Cliente` and `email_do_cliente` are one word. */
export function wordKey(text: string): string {
  return nameKey(text).replaceAll(' ', '');
}
