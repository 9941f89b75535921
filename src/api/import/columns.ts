import { nameKey } from '../../loyalty';
import type { ImportKind } from '../../store';
import type { FileRow } from './file-rows';
import { unreadableFile } from './unreadable-file';

const CUSTOMER_COLUMNS = {
  name: ['nome', 'cliente', 'nome do cliente', 'nome cliente', 'name', 'customer', 'customer name'],
  document: ['cpf', 'cnpj', 'cpf/cnpj', 'cpf ou cnpj', 'documento', 'document', 'tax id'],
  phone: ['telefone', 'telefone fixo', 'fone', 'tel', 'phone'],
  mobile: ['celular', 'telefone celular', 'whatsapp', 'mobile', 'cell phone'],
  email: ['e-mail', 'correio eletronico', 'e-mail do cliente'],
};

/** What each column of a file may be called: compared without case, accents, blanks and punctuation. */
const COLUMNS = {
  customers: {
    ...CUSTOMER_COLUMNS,
    birthDate: [
      'nascimento',
      'data de nascimento',
      'data nascimento',
      'aniversario',
      'birth date',
      'birthday',
    ],
    segments: ['segmentos', 'segmento', 'grupos', 'grupo', 'segments', 'segment', 'tags'],
  },
  sales: {
    ...CUSTOMER_COLUMNS,
    externalId: [
      'id',
      'id externo',
      'id da venda',
      'id do pedido',
      'codigo',
      'codigo da venda',
      'codigo do pedido',
      'external id',
      'sale id',
      'order id',
    ],
    number: [
      'numero',
      'pedido',
      'venda',
      'numero da venda',
      'numero do pedido',
      'nota',
      'nota fiscal',
      'number',
      'order',
      'order number',
      'sale number',
    ],
    channel: ['canal', 'channel'],
    storeId: ['loja', 'filial', 'unidade', 'store', 'store id'],
    soldAt: [
      'data',
      'data da venda',
      'data venda',
      'data do pedido',
      'data e hora',
      'data hora',
      'date',
      'sold at',
      'sale date',
      'order date',
    ],
    totalCents: [
      'total',
      'valor',
      'valor total',
      'total da venda',
      'total do pedido',
      'amount',
      'total amount',
    ],
    freightCents: ['frete', 'valor do frete', 'freight', 'shipping'],
    otherExpensesCents: ['outras despesas', 'despesas', 'other expenses'],
    discountCents: ['desconto', 'descontos', 'valor do desconto', 'discount'],
    status: ['situacao', 'status'],
  },
} satisfies Record<ImportKind, Record<string, string[]>>;

/** The columns a file of customers, or of sales, can have. */
export type CustomerField = keyof (typeof COLUMNS)['customers'];
export type SaleField = keyof (typeof COLUMNS)['sales'];

/** What the header of a file says. */
export interface Columns<Field extends string> {
  /** The cell of a row in this column; empty where there is no such column. */
  cell(row: FileRow, field: Field): string;
  /** The column as the file calls it; its own name where there is none. */
  headerOf(field: string): string;
  width: number;
  /** Headers that mean nothing here, cut short. */
  ignored: string[];
}

/** Reads the header. @throws Problem where a column is missing or named twice */
export function readColumns(kind: 'customers', header: FileRow): Columns<CustomerField>;
export function readColumns(kind: 'sales', header: FileRow): Columns<SaleField>;
export function readColumns(kind: ImportKind, { cells }: FileRow): Columns<string> {
  const places = new Map<string, number>();
  const ignored: string[] = [];
  for (const [place, title] of cells.entries()) {
    const field = fieldOf(kind, title);
    if (field === undefined) {
      if (title !== '') ignored.push(title.slice(0, 60));
    } else if (places.has(field)) throw namedTwice(cells[places.get(field)!]!, title);
    else places.set(field, place);
  }
  refuseMissing(kind, places);
  // A file with numbers alone knows its sales by them.
  if (kind === 'sales' && !places.has('externalId')) places.set('externalId', places.get('number')!);
  return {
    cell: (row, field) => row.cells[places.get(field) ?? -1] ?? '',
    headerOf: (field) => cells[places.get(field) ?? -1] ?? field,
    width: cells.length,
    ignored: ignored.slice(0, 50),
  };
}

function fieldOf(kind: ImportKind, title: string): string | undefined {
  const wanted = keyOf(title);
  const columns: [string, string[]][] = Object.entries(COLUMNS[kind]);
  return columns.find(([, names]) => names.some((name) => keyOf(name) === wanted))?.[0];
}

/** `Valor total (R$)` and `valor_total` are the same column. */
function keyOf(title: string): string {
  return nameKey(title.replace(/\(.*?\)|R\$/gi, '')).replaceAll(' ', '');
}

/** Of each group a file needs one column. */
const NEEDED: Record<ImportKind, string[][]> = {
  customers: [['document', 'phone', 'mobile', 'email']],
  sales: [['externalId', 'number'], ['soldAt'], ['totalCents']],
};

function refuseMissing(kind: ImportKind, places: ReadonlyMap<string, number>): void {
  const missing = NEEDED[kind].filter((group) => !group.some((field) => places.has(field)));
  if (missing.length === 0) return;
  const names = (field: string): string => COLUMNS[kind][field as keyof (typeof COLUMNS)[ImportKind]][0]!;
  const texts = missing.map((group) => group.map((field) => `"${names(field)}"`).join(' ou '));
  throw unreadableFile(
    `Na primeira linha do arquivo falta a coluna ${texts.join(', e também ')}. Dê nome às colunas na primeira linha e envie de novo.`,
  );
}

function namedTwice(first: string, second: string): Error {
  return unreadableFile(
    `As colunas "${first.slice(0, 60)}" e "${second.slice(0, 60)}" dizem a mesma coisa, e não se sabe qual vale. Deixe só uma delas.`,
  );
}
