import type { Actor, Customer } from '../../store';
import { may } from '../access/permission';

/**
 * A document with three of its middle digits alone: enough to compare with what somebody says. The check digits follow from the
 * others, so that six shown digits of a CPF would leave only a thousand to try.
 */
export function maskedDocument({ kind, value }: NonNullable<Customer['document']>): string {
  return kind === 'cpf' ? `***.***.${value.slice(6, 9)}-**` : `**.***.${value.slice(5, 8)}/****-**`;
}

/** The customer as an actor may see one: neither staff nor till keys see whole documents. */
export function maskedFor(actor: Actor, customer: Customer): Customer {
  const { document } = customer;
  if (document === null || may(actor, 'document.see')) return customer;
  return { ...customer, document: { kind: document.kind, value: maskedDocument(document) } };
}
