import type { CustomerDoc } from './customer-model';

/** Whether somebody was forgotten, as they had asked: nothing is left by which a person could be told. */
export function isForgotten({
  name,
  document,
  phones,
  emails,
}: Pick<CustomerDoc, 'name' | 'document' | 'phones' | 'emails'>): boolean {
  return !name && !document && phones.length === 0 && emails.length === 0;
}
