import { describe, expect, it } from '@jest/globals';
import { addTelling, findHeir, strikeTelling } from '../../../src/loyalty/purchase';
import type { Sale } from '../../../src/loyalty/sale';
import { changed, erpSale, goodsBack, known, NOON, NOW, shopSale, tellingOf, tillSale } from './sales';

describe('what a telling writes into the sale that counts', () => {
  it('is its names, its state and when it was first told', () => {
    expect(addTelling(shopSale(), erpSale(), NOW)).toEqual({
      purchase: { tellings: [{ ...tellingOf(erpSale()), at: NOW }], returns: [], returnedCents: 0 },
    });
  });

  it('takes the place of what it wrote before, and keeps the instant', () => {
    const root = shopSale({ purchase: { tellings: [tellingOf(erpSale()), tellingOf(tillSale())] } });
    const renamed = erpSale({ source: { status: 'cancelled', number: '7', refs: ['7'] } });
    expect(addTelling(root, renamed, NOW).purchase?.tellings).toEqual([
      { ...tellingOf(renamed, true), at: NOON },
      tellingOf(tillSale()),
    ]);
  });

  it.each<[string, string | null, string | null, number | null, object | undefined]>([
    ['who bought, where that was not known', null, 'ana', null, { customerId: 'ana' }],
    [
      'and that they claim it, where it was calculated',
      null,
      'ana',
      3,
      { customerId: 'ana', claimedAt: NOW },
    ],
    ['no customer where one is known', 'bia', 'ana', 3, undefined],
    ['no customer where it knows none', null, null, 3, undefined],
  ])('is also %s', (_what, root, telling, programVersion, owner) => {
    const sale = shopSale({ owner: { customerId: root }, benefit: { programVersion } });
    expect(addTelling(sale, erpSale({ owner: { customerId: telling } }), NOW).owner).toEqual(owner);
  });

  it('does not depend on who comes first', () => {
    const write = (...tellings: Sale[]): Sale =>
      tellings.reduce((root, telling) => changed(root, addTelling(root, telling, NOW)), shopSale());
    expect(write(erpSale(), tillSale())).toEqual(write(tillSale(), erpSale()));
  });
});

describe('goods that came back', () => {
  type Back = [id: string, cents: number][];
  const withBack = (sale: Sale, back: Back): Sale => {
    const returns = back.map(([id, cents]) => goodsBack(id, cents));
    return changed(sale, {
      purchase: { returns, returnedCents: back.reduce((sum, [, cents]) => sum + cents, 0) },
    });
  };

  it.each<[string, Back, Back, Back]>([
    ['are taken over', [], [['r1', 5_000]], [['r1', 5_000]]],
    [
      'count with those that are known',
      [['r1', 5_000]],
      [['r2', 4_000]],
      [
        ['r1', 5_000],
        ['r2', 4_000],
      ],
    ],
    ['count once though both tell them', [['r1', 5_000]], [['r1', 5_000]], [['r1', 5_000]]],
    [
      'are never more than the sale',
      [['r1', 15_000]],
      [['r2', 5_000]],
      [
        ['r1', 15_000],
        ['r2', 3_990],
      ],
    ],
    ['are nothing where all is back', [['r1', 18_990]], [['r2', 5_000]], [['r1', 18_990]]],
  ])('to another telling %s', (_title, root, telling, expected) => {
    const { purchase } = addTelling(withBack(shopSale(), root), withBack(erpSale(), telling), NOW);
    const { returns, returnedCents } = withBack(shopSale(), expected).purchase;
    expect(purchase).toMatchObject({ returns, returnedCents });
  });

  it('leave with the telling that turns out to be another purchase', () => {
    const erp = withBack(erpSale(), [['r2', 4_000]]);
    const root = withBack(
      changed(shopSale(), { purchase: { tellings: [tellingOf(erp), tellingOf(tillSale())] } }),
      [
        ['r1', 5_000],
        ['r2', 4_000],
      ],
    );
    expect(strikeTelling(root, erp)).toEqual({
      purchase: {
        tellings: [tellingOf(tillSale())],
        returns: [goodsBack('r1', 5_000)],
        returnedCents: 5_000,
      },
    });
  });
});

describe('a purchase', () => {
  it('has no heir among sales that are unknown', () => {
    expect(findHeir(shopSale({ purchase: { tellings: [tellingOf(erpSale())] } }), known())).toBeNull();
  });
});
