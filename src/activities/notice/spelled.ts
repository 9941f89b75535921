import { hasNinthDigit, inForm } from '../../loyalty';
import { addressOf } from '../../store';
import type { Customer, Suppressed } from '../../store';

/** Whom WhatsApp is asked for: with their phones in the form in which they are to be tried. */
export function spelled<Of extends Pick<Customer, 'phones'>>(
  customer: Of,
  { ninth }: Pick<Suppressed, 'ninth'>,
): Of {
  if (ninth === null) return customer;
  const phones = customer.phones.map((phone) => ({ ...phone, e164: inForm(phone.e164, ninth) }));
  return { ...customer, phones };
}

/** Whether a customer's phone stands with its ninth digit; null: it has one form, or there is none. */
export function spelledNinth(customer: Pick<Customer, 'phones' | 'emails'>): boolean | null {
  const address = addressOf(customer, 'whatsapp');
  return address && 'phone' in address ? hasNinthDigit(address.phone) : null;
}
