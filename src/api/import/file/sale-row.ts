import { examineContact, NO_STAND_INS } from '../../../loyalty';
import type { ImportedSale } from '../../../store';
import { readPostedSale } from '../../sale';
import type { postedSaleSchema } from '../../sale';
import { readAmount } from './amounts';
import { plain, readText, wordKey } from './cell';
import type { Cell } from './cell';
import type { SaleField } from './column-names';
import { readContact } from './customer-cells';
import { readInstant } from './dates';
import type { RowReader } from './row-reader';

/** How spreadsheets name a channel, and the state of a sale; compared like names of columns. */
const readChannel = wordReader({
  ecommerce: ['loja virtual', 'e-commerce', 'site', 'internet', 'online'],
  pos: ['pdv', 'pos', 'loja', 'loja fisica', 'balcao', 'caixa'],
  manual: ['manual'],
  import: ['importação', 'import', 'planilha'],
});
const readStatus = wordReader({
  completed: [
    'concluída',
    'concluído',
    'completed',
    'atendido',
    'atendida',
    'finalizada',
    'paga',
    'pago',
    'paid',
  ],
  open: ['em aberto', 'aberta', 'aberto', 'em andamento', 'pendente', 'open', 'pending'],
  cancelled: ['cancelada', 'cancelado', 'cancelled', 'canceled'],
});

/** What every row of a file is read with. */
export interface SaleRules {
  /** The zone of dates that name none. */
  zone: string;
  schema: typeof postedSaleSchema;
}

/** One row of a file of sales, held to what a posted sale is held to; null where something is wrong with it. */
export function readSaleRow(
  reader: RowReader<SaleField>,
  row: number,
  { zone, schema }: SaleRules,
): ImportedSale | null {
  const body = {
    channel: reader.read('channel', readChannel) ?? 'import',
    externalId: reader.read('externalId', readText),
    number: reader.read('number', readText),
    storeId: reader.read('storeId', readText),
    soldAt: reader.read('soldAt', (text) => readInstant(text, zone)),
    totalCents: reader.read('totalCents', readAmount),
    freightCents: reader.read('freightCents', readAmount),
    otherExpensesCents: reader.read('otherExpensesCents', readAmount),
    discountCents: reader.read('discountCents', readAmount),
    status: reader.read('status', readStatus) ?? 'completed',
  };
  const { contact } = examineContact(readContact(reader), NO_STAND_INS);
  const posted = reader.parse(schema, body);
  return posted && { row, sale: { ...readPostedSale(posted).sale, items: null }, contact };
}

/** A reader of cells that hold one of these words, each under any of its names. Empty: undefined. */
function wordReader(words: Record<string, string[]>): (text: string) => Cell<string | undefined> {
  const meanings = new Map(
    Object.entries(words).flatMap(([meaning, names]) => names.map((name) => [wordKey(name), meaning])),
  );
  const options = Object.values(words).map((names) => names[0]);
  return (text) => {
    const wanted = wordKey(plain(text));
    if (wanted === '') return { value: undefined };
    const value = meanings.get(wanted);
    if (value !== undefined) return { value };
    return { problem: `Este valor não é conhecido. Use um destes: ${options.join(', ')}, ou deixe vazio.` };
  };
}
