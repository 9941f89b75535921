import type { Actor, Customer } from '../../store';
import { may } from '../access/permission';

/**
 * A document with three of its middle digits alone: enough to compare with what somebody says. The check digits follow from the
 * others, so that six shown digits of a CPF would leave only a thousand to try.
 */
export function maskedDocument({ kind, value }: NonNullable<Customer['document']>): string {
  return kind === 'cpf' ? `***.***.${value.slice(6, 9)}-**` : `**.***.${value.slice(5, 8)}/****-**`;
}

/** Figures of a CPF or CNPJ, however they are set. */
const LIKE_A_DOCUMENT =
  /(?<![\p{L}\d])(?:\d{2}\.?\d{3}\.?\d{3}\/?\d{4}-?\d{2}|\d{3}\.?\d{3}\.?\d{3}-?\d{2})(?!\d)/gu;

/** A name without the document that a sole trader's has in it, as registered: MARIA DA SILVA 52998224725. */
export function maskedName<T extends string | null>(name: T): T | string {
  return name && name.replace(LIKE_A_DOCUMENT, '***');
}

/** The customer as an actor may see one: neither staff nor till keys see whole documents. */
export function maskedFor(actor: Actor, customer: Customer): Customer {
  if (may(actor, 'document.see')) return customer;
  const { name, document } = customer;
  const masked = document && { kind: document.kind, value: maskedDocument(document) };
  return { ...customer, name: maskedName(name), document: masked };
}
