import { describe, expect, it } from '@jest/globals';
import { newerData } from '../../../src/store/customer/contact-data';
import type { CustomerContact } from '../../../src/store';
import type { CustomerDoc } from '../../../src/store/customer/customer-model';

const KNOWN: CustomerDoc = {
  ...{ _id: 'cus_1', merchantId: 'mer_1', name: 'Ana', nameWords: ['ana'], document: null },
  phones: [{ e164: '+5511987654321', key: '1187654321', mobile: true }],
  phoneEndings: ['4321', '87654321'],
  ...{ emails: ['ana@example.com'], birthDate: null, segments: [], mergedInto: null },
  ...{ createdAt: new Date(0), updatedAt: new Date(0) },
};
const CONTACT: CustomerContact = {
  ...{ externalKey: null, name: null, document: null, birthDate: null },
  ...{ phones: ['(21) 98888-7777'], emails: ['outra@example.com'] },
};

describe('what is known of a customer once somebody tells more', () => {
  it.each([
    ['source', ['outra@example.com', 'ana@example.com'], ['+5521988887777', '+5511987654321']],
    ['counter', ['ana@example.com', 'outra@example.com'], ['+5511987654321', '+5521988887777']],
  ] as const)('a %s: messages go to the first of these', (toldBy, emails, phones) => {
    const data = newerData(KNOWN, CONTACT, toldBy)!;
    expect(data.emails).toEqual(emails);
    expect(data.phones.map(({ e164 }) => e164)).toEqual(phones);
  });

  it('is nothing new where a counter says again what is known', () => {
    const emails = [...KNOWN.emails];
    expect(newerData(KNOWN, { ...CONTACT, phones: ['11987654321'], emails }, 'counter')).toBeNull();
  });
});
