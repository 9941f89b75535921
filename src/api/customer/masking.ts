import type { Actor, Customer } from '../../store';
import { may } from '../access/permission';

/** A document with only its middle digits: enough to compare with what somebody says, too little to be copied. */
export function maskedDocument({ kind, value }: NonNullable<Customer['document']>): string {
  return kind === 'cpf'
    ? `***.${value.slice(3, 6)}.${value.slice(6, 9)}-**`
    : `**.${value.slice(2, 5)}.${value.slice(5, 8)}/****-**`;
}

/** The customer as an actor may see one: neither staff nor till keys see whole documents. */
export function maskedFor(actor: Actor, customer: Customer): Customer {
  const { document } = customer;
  if (document === null || may(actor, 'document.see')) return customer;
  return { ...customer, document: { kind: document.kind, value: maskedDocument(document) } };
}
