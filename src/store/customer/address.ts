import type { ConsentChannel } from './consent-model';
import type { Customer, CustomerAddress } from './customers';

/** Where a customer is written to by a channel; null: nowhere. */
export function addressOf(
  { phones, emails }: Pick<Customer, 'phones' | 'emails'>,
  channel: ConsentChannel,
): CustomerAddress | null {
  if (channel === 'whatsapp') {
    const phone = phones.find(({ mobile }) => mobile)?.e164;
    return phone === undefined ? null : { phone };
  }
  const [email] = emails;
  return email === undefined ? null : { email };
}
