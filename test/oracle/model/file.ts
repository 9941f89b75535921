import { plainWords } from './called';

/** A file of sales; in each row as many cells as there are titles. */
export interface SalesFile {
  titles: string[];
  rows: string[][];
}

/** How the sale of a row stands; `refused`: the row is not taken. */
export type Standing = 'completed' | 'open' | 'cancelled' | 'refused';

const STATUSES: [Standing, string[]][] = [
  ['completed', ['concluido', 'concluida', 'pago', 'paga', 'aprovado', 'entregue', 'atendido']],
  [
    'open',
    ['aberto', 'em aberto', 'pendente', 'aguardando pagamento', 'recusado', 'nao pago', 'em andamento'],
  ],
  [
    'cancelled',
    ['cancelado', 'cancelada', 'cancelado pelo cliente', 'estornado', 'devolvido', 'reembolsado'],
  ],
];
/** What is understood of a cell without accents and case. */
const MEANS = new Map(STATUSES.flatMap(([means, all]) => all.map((text) => [text, means] as const)));

/** Columns that say how a sale stands. */
const SAY_STATUS =
  'situacao,status,status do pedido,status do pagamento,pagamento,etapa,estado do pedido'.split(',');
/** Columns by which the sale itself, or one of another source, is known. */
const SAY_WHICH = ['id do pedido', 'numero', 'pedido no marketplace', 'loja'];
const SAY_WHO = ['cpf', 'telefone', 'chave de acesso'];
const SAY_ELSE = ['data', 'total', 'e mail'];

const textOf = (cell: string): string => plainWords(cell).join(' ');
const isNumber = (text: string): boolean => text !== '' && !Number.isNaN(Number(text.replace(',', '.')));

/** `2,00001E+15`, `20000061234567,00`: what a spreadsheet makes of a long number that it takes for an amount (R51). */
function isRounded(cell: string): boolean {
  const [digits = '', exponent] = cell.toUpperCase().split('E');
  if (exponent !== undefined)
    return isNumber(digits) && isNumber(exponent) && (/^[+-]/.test(exponent) || /[.,]/.test(digits));
  const at = Math.max(cell.lastIndexOf(','), cell.lastIndexOf('.'));
  return (
    at > 0 && ['0', '00'].includes(cell.slice(at + 1)) && isNumber(cell.slice(0, at).replace(/[.,]/g, ''))
  );
}

/** Of a number a spreadsheet keeps fifteen digits; `cut`: nothing but zeros follow them. */
function lengthOf(cell: string): 'cut' | 'whole' | 'short' {
  if (!/^\d{16,}$/.test(cell)) return 'short';
  return /^0+$/.test(cell.slice(15)) ? 'cut' : 'whole';
}

/** The rows that cannot be taken, because they may be known by what was never theirs (R51). */
function damaged({ rows }: SalesFile, columns: string[]): boolean[] {
  const places = (names: string[]): number[] =>
    [...columns.keys()].filter((at) => names.includes(columns[at]!));
  const rounded = rows.map((row) => places([...SAY_WHICH, ...SAY_WHO]).some((at) => isRounded(row[at]!)));
  const keys = rows.map((row) => places(['chave de acesso']).some((at) => lengthOf(row[at]!) === 'cut'));
  // Where one long number of a column is whole, no spreadsheet has cut the others.
  const isCut = (at: number): boolean => !rows.some((row) => lengthOf(row[at]!) === 'whole');
  const doubtful = places(SAY_WHICH).filter(isCut);
  const cut = rows.map((row) => doubtful.some((at) => lengthOf(row[at]!) === 'cut'));
  return rows.map((_row, index) => rounded[index]! || keys[index]! || cut[index]!);
}

/** What is done with a file: its rows by how they stand, the least of what they say; or a person is asked what it means (R51). */
export function standingsOf(file: SalesFile): Standing[] | 'asked' {
  const columns = file.titles.map(textOf);
  const known = [...SAY_STATUS, ...SAY_WHICH, ...SAY_WHO, ...SAY_ELSE];
  const texts = (wanted: (title: string) => boolean): string[][] =>
    file.rows.map((row) => row.filter((_cell, at) => wanted(columns[at]!)).map(textOf));
  const said = texts((title) => SAY_STATUS.includes(title)).map((row) => row.filter((text) => text !== ''));
  const aside = texts((title) => !known.includes(title));
  const isUndone = (text: string): boolean => ['open', 'cancelled'].includes(MEANS.get(text) ?? '');
  // A status where nobody looks for one is neither passed over nor believed.
  if (said.flat().some((text) => !MEANS.has(text)) || aside.flat().some(isUndone)) return 'asked';
  const refused = damaged(file, columns);
  const asks = columns.some((title) => SAY_STATUS.includes(title));
  return said.map((row, index) => {
    if (refused[index] || (asks && row.length === 0)) return 'refused';
    const means = row.map((text) => MEANS.get(text));
    return (['cancelled', 'open'] as const).find((one) => means.includes(one)) ?? 'completed';
  });
}
