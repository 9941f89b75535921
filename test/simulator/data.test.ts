import { afterEach, describe, expect, it } from '@jest/globals';
import { cnpj, cpf } from 'cpf-cnpj-validator';
import type { Contact } from '../../simulator';
import { closeAll, simulate } from './harness';

afterEach(closeAll);

const bare = (document: string): string => document.replace(/[./-]/g, '');

/** The contacts of ten shops. */
async function contacts(seed: string): Promise<Contact[]> {
  const simulator = await simulate({ seed, companies: 10, clock: () => 1_795_000_000_000 });
  return simulator.companies.flatMap((company) => company.contacts());
}

describe('the customers made from a seed', () => {
  it('have documents with valid check digits, alphanumeric CNPJs among them', async () => {
    const documents = (await contacts('a'))
      .map(({ document }) => document)
      .filter((document) => document !== '');
    expect(documents.length).toBeGreaterThan(300);
    for (const document of documents) {
      expect(bare(document).length === 11 ? cpf.isValid(document) : cnpj.isValid(document)).toBe(true);
    }
    expect(documents.some((document) => /[A-Z]/.test(document))).toBe(true);
    expect(documents.some((document) => document !== bare(document))).toBe(true);
  });

  it('have gaps, messy phones and people who are in the file twice', async () => {
    const all = await contacts('a');
    const phones = all.flatMap(({ phone, mobile }) => [phone, mobile]).filter((phone) => phone !== '');
    const spellings = [
      /^\(\d\d\) 9\d{4}-\d{4}$/,
      /^\(\d\d\) [6-9]\d{3}-\d{4}$/,
      /^0\d\d /,
      /^\+55 /,
      /^\(\d\d\) 3/,
    ];
    for (const spelling of spellings) expect(phones.some((phone) => spelling.test(phone))).toBe(true);
    expect(all.some(({ phone, mobile }) => phone === '' && mobile === '')).toBe(true);
    expect(all.some(({ document, name }) => document === '' && name !== 'Consumidor Final')).toBe(true);
    const documents = all.map(({ document }) => bare(document)).filter((document) => document !== '');
    expect(new Set(documents).size).toBeLessThan(documents.length);
  });

  it('only have e-mail addresses that belong to nobody', async () => {
    const emails = (await contacts('a')).map(({ email }) => email).filter((email) => email !== '');
    for (const email of emails) expect(email).toMatch(/^[a-z.]+\d+@example\.(com|org)$/);
  });

  it('are the same for the same seed and others for another', async () => {
    expect(await contacts('a')).toEqual(await contacts('a'));
    expect(await contacts('b')).not.toEqual(await contacts('a'));
  });

  it('start with "Consumidor Final", who has neither document nor phone', async () => {
    const simulator = await simulate({ contacts: 0 });
    expect(simulator.company().contacts()).toEqual([simulator.company().anonymousContact]);
    expect(simulator.company().anonymousContact).toMatchObject({
      name: 'Consumidor Final',
      document: '',
      mobile: '',
    });
  });
});

describe('random sales', () => {
  it('cost between R$ 20 and R$ 2.000, some with freight or discount, some of "Consumidor Final"', async () => {
    const simulator = await simulate();
    const company = simulator.company();
    const sales = Array.from({ length: 300 }, () => company.createOrder());
    for (const { totalCents } of sales) {
      expect(totalCents).toBeGreaterThanOrEqual(2_000);
      expect(totalCents).toBeLessThanOrEqual(200_000);
    }
    expect(sales.some(({ freightCents }) => freightCents > 0)).toBe(true);
    expect(sales.some(({ discount }) => discount.unit === 'PERCENTUAL')).toBe(true);
    expect(sales.some(({ contactId }) => contactId === company.anonymousContact.id)).toBe(true);
  });

  it('have ids that differ over all companies and have eleven digits at most', async () => {
    const simulator = await simulate({ companies: 50 });
    const ids = simulator.companies.flatMap((company) => [
      company.createOrder().id,
      company.createOrder().id,
    ]);
    expect(new Set(ids).size).toBe(100);
    expect(Math.max(...ids)).toBeLessThan(10 ** 11);
  });
});
