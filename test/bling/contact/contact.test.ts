import { describe, expect, it } from '@jest/globals';
import { toCustomerContact } from '../../../src/bling';
import type { CustomerContact } from '../../../src/bling';
import { contactSchema } from '../../../src/bling/contact';
import { contactJson } from '../samples';

const customer = (changes: Record<string, unknown> = {}): CustomerContact =>
  toCustomerContact(contactSchema.parse(contactJson(changes)));

describe('a Bling contact as a customer', () => {
  it('keeps name, document, phones, e-mail and birthday as typed, the mobile first', () => {
    expect(customer()).toEqual({
      name: 'Maria Aparecida Souza',
      document: '52998224725',
      phones: ['(54) 99999-8888', '(54) 3333-4444'],
      emails: ['maria@example.com'],
      birthDate: '1990-08-24',
      kind: 'person',
    });
  });

  it('takes empty texts, unset dates and absent parts as absent', () => {
    const nothing = { name: null, document: null, phones: [], emails: [], birthDate: null, kind: null };
    const empty = { nome: ' ', numeroDocumento: '', telefone: '', celular: null, tipo: '', email: '' };
    expect(customer({ ...empty, dadosAdicionais: { dataNascimento: '0000-00-00' } })).toEqual(nothing);
    expect(customer({ ...empty, dadosAdicionais: [] })).toEqual(nothing);
    expect(toCustomerContact(contactSchema.parse({ id: 5 }))).toEqual(nothing);
  });

  it('refuses birthdays that are no dates', () => {
    expect(customer({ dadosAdicionais: { dataNascimento: '1990-02-30' } }).birthDate).toBeNull();
    expect(customer({ dadosAdicionais: { dataNascimento: '24/08/1990' } }).birthDate).toBeNull();
  });

  it('takes several addresses out of one field, each once, and never the one for invoices', () => {
    expect(customer({ email: 'a@x.com; b@x.com,a@x.com' }).emails).toEqual(['a@x.com', 'b@x.com']);
    expect(customer({ email: '' }).emails).toEqual([]);
  });

  it('takes a number typed twice once', () => {
    expect(customer({ telefone: '54999998888', celular: '54999998888' }).phones).toEqual(['54999998888']);
  });

  it.each([
    ['F', 'person'],
    ['J', 'company'],
    ['E', 'foreigner'],
    ['X', null],
  ])('of type %s is a %p', (tipo, kind) => {
    expect(customer({ tipo }).kind).toBe(kind);
  });
});
