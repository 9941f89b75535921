import type { CustomerContact } from '../../../store';
import { beginningOf } from '../../../text';
import { readText } from './cell';
import { readDocument, readEmail, readPhone } from './identifiers';
import type { RowReader } from './row-reader';

const LONGEST_NAME = 200;

/** Who a row is about, by the columns that files of customers and of sales share. The mobile comes first. */
export function readContact(
  reader: RowReader<'name' | 'surname' | 'document' | 'phone' | 'mobile' | 'email'>,
): CustomerContact {
  const phones = [...reader.readAll('mobile', readPhone), ...reader.readAll('phone', readPhone)];
  return {
    externalKey: null,
    name: readName(reader),
    document: reader.read('document', readDocument) ?? null,
    phones: [...new Set(phones)],
    emails: [...new Set(reader.readAll('email', readEmail))],
    birthDate: null,
  };
}

/** A surname in a column of its own belongs to the name, unless the name has it already. */
function readName(reader: RowReader<'name' | 'surname'>): string | null {
  const name = reader.read('name', readText);
  const surname = reader.read('surname', readText);
  const whole = name !== undefined && surname !== undefined && !name.endsWith(surname);
  const full = whole ? `${name} ${surname}` : name;
  return full === undefined ? null : beginningOf(full, LONGEST_NAME);
}
