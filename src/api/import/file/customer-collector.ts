import type { ImportedCustomer } from '../../../store';
import { answeredColumns } from './column-answers';
import type { ColumnAnswer } from './column-answers';
import { readColumns } from './columns';
import { readCustomerRow } from './customer-row';
import type { FileRow } from './file-rows';
import type { RowCollector } from './row-collector';
import { RowReader } from './row-reader';

/** Collects the customers of a file. @throws Problem for a header that cannot be read */
export function customerCollector(header: FileRow, answers: readonly ColumnAnswer[]): RowCollector {
  const columns = readColumns('customers', header, { answered: answeredColumns(answers, header.cells) });
  const customers: ImportedCustomer[] = [];
  return {
    add(row) {
      const reader = new RowReader(row, columns);
      const customer = readCustomerRow(reader, row.row);
      if (customer) customers.push(customer);
      return reader.errors;
    },
    collected: () =>
      Promise.resolve({
        customers,
        sales: [],
        errors: [],
        columns: columns.read,
        ignoredColumns: columns.ignored,
        statusColumns: [],
      }),
  };
}
