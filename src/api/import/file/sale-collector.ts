import type { Instant } from '../../../loyalty';
import type { ImportedSale, RowError } from '../../../store';
import { inputJson } from '../../http';
import { postedSaleAt } from '../../sale';
import { plain } from './cell';
import { answeredColumns } from './column-answers';
import type { ColumnAnswer } from './column-answers';
import { readColumns } from './columns';
import type { FileRow } from './file-rows';
import type { Collected, RowCollector } from './row-collector';
import { RowReader } from './row-reader';
import { readSaleRow } from './sale-row';
import { SaleStatuses } from './sale-statuses';
import { CUT, maybeCut, surelyWhole } from './spreadsheet-damage';
import type { StatusAnswer } from './status-answers';
import type { Turns } from './turns';

/** What a file of sales is read by. */
export interface AboutSales {
  /** The zone of dates that name none. */
  zone: string;
  now: Instant;
  /** What a person has said of columns. */
  columns: readonly ColumnAnswer[];
  /** What a person has said of the values of columns. */
  statuses: readonly StatusAnswer[];
}

/** What a sale or its store is known by: none of them is taken where a spreadsheet may have cut it (R51). */
const CODES = ['externalId', 'number', 'marketplaceNumber', 'storeId'] as const;

interface Told {
  read: ImportedSale;
  /** What its row says of how it stands. */
  says: string[];
}

/** Collects the sales of a file. @throws Problem for a header that cannot be read */
export function saleCollector(header: FileRow, about: AboutSales): RowCollector {
  const { zone, now } = about;
  const answered = answeredColumns(about.columns, header.cells);
  const statuses = new SaleStatuses(header.cells, about.statuses, answered);
  const columns = readColumns('sales', header, { answered, statuses: statuses.places });
  statuses.watch(header.cells, columns.ignoredPlaces);
  const rules = { zone, schema: postedSaleAt(now) };
  const told: Told[] = [];
  const seen = new Map<string, Told>();
  const whole = new Set<string>();

  function add(row: FileRow): RowError[] {
    const reader = new RowReader(row, columns);
    const says = statuses.hear(row);
    for (const code of CODES)
      if (columns.cells(row, code).some((text) => surelyWhole(plain(text)))) whole.add(code);
    const read = readSaleRow(reader, row.row, rules);
    if (!read) return reader.errors;
    const identity = JSON.stringify([read.sale.channel, read.sale.externalId]);
    const before = seen.get(identity);
    if (!before) {
      const one = { read, says };
      seen.set(identity, one);
      told.push(one);
    } else if (!saySame(before, { read, says }))
      reader.refuse(
        columns.header('externalId'),
        `Esta venda já está na linha ${before.read.row}, com outro conteúdo, e só aquela vale. Deixe uma linha para cada venda.`,
      );
    return reader.errors;
  }

  async function collected(turns: Turns): Promise<Collected> {
    statuses.askWhatIsUnclear();
    const standingOf = statuses.standings();
    const sales: ImportedSale[] = [];
    const errors: RowError[] = [];
    for (const { read, says } of told) {
      await turns.piece();
      const { row, sale } = read;
      const standing = standingOf(says);
      const cut = CODES.find((code) => !whole.has(code) && maybeCut(sale[code] ?? ''));
      if (cut) errors.push({ row, field: columns.header(cut), message: CUT });
      else if (standing === null) errors.push({ row, field: statuses.title, message: NOTHING_SAID });
      else {
        sale.sourceStatus = standing;
        sales.push(read);
      }
    }
    const { read, ignored: ignoredColumns } = columns;
    return { customers: [], sales, errors, columns: read, ignoredColumns, statusColumns: statuses.heard() };
  }

  return { add, collected };
}

const NOTHING_SAID =
  'Nada nesta linha diz a situação da venda, e ela não é tomada por concluída. Preencha a situação, ou diga com o parâmetro status o que o vazio significa.';

function saySame(a: Told, b: Told): boolean {
  const content = ({ read: { sale, contact }, says }: Told): string => inputJson({ sale, contact, says });
  return content(a) === content(b);
}
