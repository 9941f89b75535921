import { describe, expect, it } from '@jest/globals';
import { mayName, refKey, saleNamed } from '../../../src/loyalty/redemption';
import type { NamedSale, NamingUse } from '../../../src/loyalty/redemption';

const ZONE = 'America/Sao_Paulo';
const at = (local: string): number => Date.parse(`2026-03-${local}-03:00`);

const aSale = (id: string, change: Partial<NamedSale> = {}): NamedSale => ({
  ...{ id, ids: [id], names: [id, `x-${id}`, '57'], customerId: 'ana', storeId: 'centro' },
  ...{ soldAt: at('10T12:00'), zone: ZONE },
  ...change,
});

const aUse = (saleRef: string | null, change: Partial<NamingUse> = {}): NamingUse => ({
  ...{ customerId: 'ana', saleRef, storeId: 'centro', zone: ZONE },
  ...{ reservedAt: at('10T12:00'), confirmedAt: null },
  ...change,
});

describe('a reference in its one spelling (R46)', () => {
  it.each([
    ['57', '57'],
    ['#57', '57'],
    ['# 0057', '57'],
    ['00057', '57'],
    ['000', '0'],
    ['#', '#'],
    ['PDV-057', 'PDV-057'],
    ['20260057', '20260057'],
  ])('%s is %s', (ref, key) => expect(refKey(ref)).toBe(key));
});

describe('what a use may name (R46)', () => {
  it.each<[string, NamingUse, Partial<NamedSale>, boolean]>([
    ['its customer’s sale, by number', aUse('#0057'), {}, true],
    ['the same, by external id', aUse('x-s'), {}, true],
    ['one that nobody owns yet', aUse('57'), { customerId: null }, true],
    ['not a stranger’s', aUse('57'), { customerId: 'bia' }, false],
    ['but by id whoever’s it is, whenever it was', aUse('s'), { customerId: 'bia', soldAt: 0 }, true],
    ['not one of another store', aUse('57'), { storeId: 'praia' }, false],
    ['of any store where the use has none', aUse('57', { storeId: null }), { storeId: 'praia' }, true],
    ['of no known store', aUse('57'), { storeId: null }, true],
    ['sold three local days before', aUse('57'), { soldAt: at('07T00:00') }, true],
    ['not four', aUse('57'), { soldAt: at('06T23:59') }, false],
    ['sold three local days after', aUse('57'), { soldAt: at('13T23:59') }, true],
    ['not a sale whose source was never read', aUse('57'), { soldAt: null }, false],
    ['and nothing where it gives no reference', aUse(null), {}, false],
  ])('%s', (_name, use, change, expected) => expect(mayName(use, aSale('s', change))).toBe(expected));

  it('counts from the confirmation once there is one', () => {
    const use = aUse('57', { confirmedAt: at('14T12:00') });
    expect(mayName(use, aSale('s'))).toBe(false);
  });
});

describe('which of several a use names (R46)', () => {
  it('the nearest in time, then the later, whatever their order', () => {
    const near = aSale('near', { soldAt: at('10T14:00') });
    const far = aSale('far', { soldAt: at('09T12:00') });
    const before = aSale('before', { soldAt: at('10T10:00') });
    expect(saleNamed(aUse('57'), [far, near])?.id).toBe('near');
    expect(saleNamed(aUse('57'), [near, before, far])?.id).toBe('near');
    expect(saleNamed(aUse('57'), [before, far, near])?.id).toBe('near');
  });

  it('the one whose id it gives, before all that are called so', () => {
    const called = aSale('called', { names: ['called', 's2'] });
    expect(saleNamed(aUse('s2'), [called, aSale('s2', { customerId: 'bia' })])?.id).toBe('s2');
  });
});
