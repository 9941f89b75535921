import { segments as segmentsSchema } from '../../customer';
import { examineContact, NO_STAND_INS } from '../../../loyalty';
import type { ImportedCustomer } from '../../../store';
import { plain } from './cell';
import type { CustomerField } from './column-names';
import { readContact } from './customer-cells';
import { readDate } from './dates';
import type { RowReader } from './row-reader';

/** As many segments as a customer can be in, each as long as it can be. */
const LONGEST_LIST = 5_200;

/** One row of a file of customers; null where something is wrong with it. */
export function readCustomerRow(reader: RowReader<CustomerField>, row: number): ImportedCustomer | null {
  const birthDate = reader.read('birthDate', readDate) ?? null;
  const contact = { ...readContact(reader), birthDate };
  const names = reader.read('segments', (text) => ({ value: namesIn(text) }), LONGEST_LIST) ?? [];
  const segments = reader.parse(segmentsSchema, names);
  if (segments === null) return null;
  const named = examineContact(contact, NO_STAND_INS).contact;
  if (!named) {
    reader.refuse(
      'linha',
      'Não há por onde reconhecer este cliente. Informe CPF ou CNPJ, telefone com DDD ou e-mail.',
    );
    return null;
  }
  return { row, contact: named, segments: segments.length === 0 ? null : segments };
}

/** `vip, atacado` or `vip|atacado`, each once. */
function namesIn(text: string): string[] {
  const names = plain(text)
    .split(/[,;|]/)
    .map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}
