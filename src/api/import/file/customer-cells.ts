import type { CustomerContact } from '../../../store';
import { readText } from './cell';
import { readDocument, readEmail, readPhone } from './identifiers';
import type { RowReader } from './row-reader';

const LONGEST_NAME = 200;

/** Who a row is about, by the columns that files of customers and of sales share. The mobile comes first. */
export function readContact(
  reader: RowReader<'name' | 'document' | 'phone' | 'mobile' | 'email'>,
): CustomerContact {
  const phones = [reader.read('mobile', readPhone), reader.read('phone', readPhone)];
  const email = reader.read('email', readEmail);
  return {
    externalKey: null,
    name: reader.read('name', readText)?.slice(0, LONGEST_NAME) ?? null,
    document: reader.read('document', readDocument) ?? null,
    phones: phones.filter((phone) => phone !== undefined),
    emails: email === undefined ? [] : [email],
    birthDate: null,
  };
}
