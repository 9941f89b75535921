import { describe, expect, it } from '@jest/globals';
import type { ActivityDeps } from '../../../src/activities/runtime';
import { askConsumer } from '../../../src/activities/customer/invoice-consumer';
import { invoiceSchema } from '../../../src/bling/invoice';
import type { CustomerContact } from '../../../src/store';
import { aConnection, aSale } from '../../api/builders';

const CPF = '52998224725';
const SHOP_PHONE = '+5511987654321';
const sale = aSale({ source: { externalId: 'nfce-234' } });

/** Whom an NFC-e names that has the CPF on it, and whose contact is registered so. */
async function named(registered: Partial<CustomerContact>) {
  const invoice = invoiceSchema.parse({
    ...{ id: 234, situacao: 5, tipo: 1, dataEmissao: '2026-11-03 12:00:00', valorNota: 10 },
    contato: { id: 77, nome: 'Ana Lima', numeroDocumento: CPF },
  });
  const deps: unknown = { bling: { getInvoice: () => Promise.resolve(invoice) }, store: {} };
  const nobody = { externalKey: 'k', name: 'Ana Lima', phones: [], emails: [], birthDate: null };
  const contact = { ...nobody, kind: 'person' as const, document: CPF, ...registered };
  const standIns = { words: [], phones: [SHOP_PHONE], emails: [] };
  return (await askConsumer(deps as ActivityDeps, sale, aConnection(), contact, standIns, null))?.named;
}

describe('whom an NFC-e names', () => {
  it('is its contact where that has the same document, without what stands for nobody', async () => {
    const found = await named({ phones: [SHOP_PHONE, '+5511912345678'] });
    expect(found?.isContact).toBe(true);
    expect(found?.contact.phones).toEqual(['+5511912345678']);
  });

  it('has nothing of a contact with another document', async () => {
    const found = await named({ document: '11144477735', phones: ['+5511912345678'] });
    expect(found?.isContact).toBe(false);
    expect(found?.contact).toMatchObject({ document: CPF, phones: [] });
  });
});
