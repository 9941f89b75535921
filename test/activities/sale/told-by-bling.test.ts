import { describe, expect, it } from '@jest/globals';
import { contentOf } from '../../../src/activities/sale';
import type { BlingOrder } from '../../../src/bling';
import type { Sale } from '../../../src/loyalty';
import { aConnection, aSale } from '../../api/builders';

const TOLD: BlingOrder = {
  ...{ id: '26737100001', number: '10231', marketplaceNumber: null, date: '2026-11-03' },
  ...{ situation: { id: 9, value: 1 }, contactId: '77', storeId: null },
  ...{ total: '190', freight: '0', otherExpenses: '0', discount: null },
  items: [{ sku: 'CAMISETA-P', quantity: '1', unitPrice: '190' }],
  invoiceId: null,
};

/** Where the sale of an order is. @param now where an order would be that is read for the first time */
function storeOf(sale: Sale, now: string | null, channel: string | null = null): string | null | undefined {
  const told = { ...TOLD, storeId: channel };
  const rest = { connection: aConnection(), zone: 'America/Sao_Paulo', linesMatter: true };
  return contentOf({ told, sale, storeId: channel ?? now, ...rest }).content?.storeId;
}

const inStore = (storeId: string | null, programVersion: number | null = 1): Sale =>
  aSale({ content: { storeId }, benefit: { programVersion } });

describe('the store of an order without a channel', () => {
  it.each([
    ['is given those of its company', '0', '0@con_1'],
    ['is given those of all', null, '0'],
    ['has them no more', '0@con_1', null],
  ])('stays as it was calculated where a store %s', (_case, was, now) => {
    expect(storeOf(inStore(was), now)).toBe(was);
  });

  it('is the one that has them now as long as it was not calculated', () => {
    expect(storeOf(inStore(null, null), '0')).toBe('0');
    expect(storeOf(inStore('0', null), '0@con_1')).toBe('0@con_1');
  });

  it('is another where the order had a channel, or has one now', () => {
    expect(storeOf(inStore('205371'), '0')).toBe('0');
    expect(storeOf(inStore('0'), '0', '205371')).toBe('205371');
  });
});
