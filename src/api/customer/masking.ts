import type { Actor, Customer } from '../../store';
import { may } from '../access/permission';
import { maskedDocument, maskedName } from '../http';

/** The customer as an actor may see one: neither staff nor till keys see whole documents. */
export function maskedFor(actor: Actor, customer: Customer): Customer {
  if (may(actor, 'document.see')) return customer;
  const { name, document } = customer;
  const masked = document && { kind: document.kind, value: maskedDocument(document) };
  return { ...customer, name: maskedName(name), document: masked };
}
