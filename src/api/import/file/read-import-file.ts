import type { Instant } from '../../../loyalty';
import type { ImportedCustomer, ImportedSale, ImportKind, NewImport, RowError } from '../../../store';
import { inputJson } from '../../http';
import { postedSaleAt } from '../../sale';
import { readColumns } from './columns';
import { readCustomerRow } from './customer-row';
import { fileRows } from './file-rows';
import type { FileRow } from './file-rows';
import { RowReader } from './row-reader';
import { readSaleRow } from './sale-row';
import { unreadableFile } from './unreadable-file';

const MOST_ROWS = 50_000;

/** What a file holds: rows that can be taken, and what is wrong with the others. */
export type FileReading = Pick<
  NewImport,
  'total' | 'failed' | 'errors' | 'ignoredColumns' | 'customers' | 'sales'
>;

/** Collects the rows of one file, one after the other. */
interface RowCollector {
  /** @returns what is wrong with the row; such a row is left out */
  add(row: FileRow): RowError[];
  customers: ImportedCustomer[];
  sales: ImportedSale[];
  ignored: string[];
}

/**
 * Reads a file of customers or sales, row by row. What is wrong with a row is said by its number, and holds up no other.
 * @param about its `zone` is that of dates that name none
 * @throws Problem for what makes the whole file unreadable
 */
export async function readImportFile(
  text: string,
  about: { kind: ImportKind; zone: string; now: Instant },
): Promise<FileReading> {
  const rows = fileRows(text);
  const header = await rows.next();
  if (header.done)
    throw unreadableFile(
      'O arquivo está vazio, e não há o que importar. Envie o CSV no corpo da requisição.',
    );
  const collector =
    about.kind === 'customers' ? customerCollector(header.value) : saleCollector(header.value, about);
  const errors: RowError[] = [];
  let total = 0;
  let failed = 0;
  for await (const row of rows) {
    total += 1;
    if (total > MOST_ROWS)
      throw unreadableFile('O arquivo passa de 50.000 linhas. Divida-o em arquivos menores.');
    const wrong = collector.add(row);
    errors.push(...wrong);
    if (wrong.length > 0) failed += 1;
  }
  if (total === 0)
    throw unreadableFile('O arquivo só tem a linha de títulos, e não há o que importar. Confira o arquivo.');
  const { customers, sales, ignored } = collector;
  return { total, failed, errors, ignoredColumns: ignored, customers, sales };
}

function customerCollector(header: FileRow): RowCollector {
  const columns = readColumns('customers', header);
  const customers: ImportedCustomer[] = [];
  return {
    customers,
    sales: [],
    ignored: columns.ignored,
    add(row) {
      const reader = new RowReader(row, columns);
      const customer = readCustomerRow(reader, row.row);
      if (customer) customers.push(customer);
      return reader.errors;
    },
  };
}

function saleCollector(header: FileRow, { zone, now }: { zone: string; now: Instant }): RowCollector {
  const columns = readColumns('sales', header);
  const rules = { zone, schema: postedSaleAt(now) };
  const sales: ImportedSale[] = [];
  const seen = new Map<string, ImportedSale>();
  return {
    customers: [],
    sales,
    ignored: columns.ignored,
    add(row) {
      const reader = new RowReader(row, columns);
      const read = readSaleRow(reader, row.row, rules);
      if (!read) return reader.errors;
      const identity = JSON.stringify([read.sale.channel, read.sale.externalId]);
      const before = seen.get(identity);
      if (!before) {
        seen.set(identity, read);
        sales.push(read);
      } else if (!saySame(before, read))
        reader.refuse(
          columns.header('externalId'),
          `Esta venda já está na linha ${before.row}, com outro conteúdo, e só aquela vale. Deixe uma linha para cada venda.`,
        );
      return reader.errors;
    },
  };
}

function saySame(a: ImportedSale, b: ImportedSale): boolean {
  const content = ({ sale, contact }: ImportedSale): string => inputJson({ sale, contact });
  return content(a) === content(b);
}
