import type { z } from 'zod';
import type { Customer } from '../../store';
import { iso } from '../http';
import type { customerSchema } from './customer-schema';

/** A customer as the API answers one. */
export function customerView(customer: Customer): z.output<typeof customerSchema> {
  const { id, name, document, phones, emails, birthDate, segments, createdAt, updatedAt } = customer;
  const { mergedInto } = customer;
  return {
    id,
    name,
    document: document && { kind: document.kind, value: document.value },
    phones: phones.map(({ e164 }) => e164),
    emails,
    birthDate,
    segments,
    mergedInto: mergedInto ?? null,
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
  };
}
