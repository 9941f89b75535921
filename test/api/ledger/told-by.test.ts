import { describe, expect, it } from '@jest/globals';
import type { Sale } from '../../../src/loyalty';
import { toldBy } from '../../../src/api/ledger/told-by';

const mine = { operator: null, keyId: 'key_1' };
const theirs = { operator: 'per_1', keyId: null };
const sale: Pick<Sale, 'timeline'> = {
  timeline: [
    { at: 100, event: 'received', text: 'Venda recebida', by: mine },
    { at: 200, event: 'compared', text: 'Comparada' },
    { at: 300, event: 'merged', text: 'Cadastro do cliente unido a outro', by: theirs },
    { at: 400, event: 'changed', text: 'Valores da venda alterados', by: theirs },
    { at: 500, event: 'returned', text: 'Devolução registrada', by: mine },
  ],
};

describe('who told of the sale that moved value', () => {
  it.each([
    [90, mine],
    [100, mine],
    [199, mine],
    [200, null],
    [399, null],
    [400, theirs],
    [499, theirs],
    [600, null],
  ])(
    'is whoever had told of it last by then, unless something else was done to it since: at %d',
    (at, teller) => {
      expect(toldBy({ at, cause: { kind: 'sale', saleId: 'sal_1' } }, sale)).toBe(teller);
    },
  );

  it('is nobody where somebody moved it by a call, the clock did, or nobody is known to have told of it', () => {
    for (const cause of [
      { kind: 'sale' as const, operator: 'caio' },
      { kind: 'sale' as const, keyId: 'key_2' },
      { kind: 'clock' as const },
    ])
      expect(toldBy({ at: 600, cause }, sale)).toBeNull();
    const cause = { kind: 'sale' as const };
    expect(toldBy({ at: 600, cause }, null)).toBeNull();
    expect(toldBy({ at: 600, cause }, { timeline: [sale.timeline[1]!] })).toBeNull();
  });
});
