import { describe, expect, it } from '@jest/globals';
import type { Sale, SalePatch } from '../../../src/loyalty/sale';
import { reasoning } from '../../../src/loyalty/entitlement';
import { published } from '../program/programs';
import { NOON, Shop, shopWith } from './shop';

/** Five per cent at once; a sale that is over gets back what it was paid with. */
function five(change: object = {}): Shop {
  return shopWith(
    published({
      name: 'Clube',
      earning: { rules: [{ id: 'cashback', grant: { type: 'cashback', rateBps: 500 } }] },
      ...change,
    }),
  );
}

const withStatus = (status: Sale['source']['status']): SalePatch => ({ source: { status } });
const returned = (returnedCents: number): SalePatch => ({ purchase: { returnedCents } });
const tellings = (cancelled: boolean): Sale['purchase']['tellings'] => [
  { saleId: 's2', channel: 'ecommerce', externalId: 'w', number: null, refs: ['w'], cancelled, at: NOON },
];
const cancelledElsewhere: SalePatch = { purchase: { tellings: tellings(true) } };
const reasonOf = ({ benefit }: Sale): string => benefit.explanation.flatMap(({ lines }) => lines).join(' ');

describe('a completed sale that is told again as', () => {
  it.each<[string, SalePatch, Record<string, number>]>([
    ['the same', {}, { ana: 500 }],
    ['cancelled', withStatus('cancelled'), {}],
    ['deleted', withStatus('missing'), {}],
    ['open again', withStatus('open'), {}],
    ['larger', { content: { totalCents: 20_000 } }, { ana: 1_000 }],
    ['smaller', { content: { totalCents: 4_000 } }, { ana: 200 }],
    ['wholly returned', returned(10_000), {}],
    ['partly returned', returned(2_500), { ana: 375 }],
    ['another customer’s', { owner: { customerId: 'bia', claimedAt: NOON } }, { bia: 500 }],
    ['nobody’s', { owner: { customerId: null } }, {}],
    ['held for a review', { purchase: { reviewId: 'rev' } }, {}],
    ['another source’s purchase', { purchase: { duplicateOf: 's2' } }, {}],
    ['cancelled by another source', cancelledElsewhere, {}],
    ['told by another source too', { purchase: { tellings: tellings(false) } }, { ana: 500 }],
  ])('%s leaves what it should, and nothing new when it is looked at again', async (_, patch, held) => {
    const shop = five();
    shop.tell('s1');
    expect(shop.netGranted('s1')).toEqual({ ana: 500 });
    const sale = shop.tell('s1', patch);
    expect(shop.netGranted('s1')).toEqual(held);
    const { length } = shop.entries;
    const { calculations } = shop;
    expect(shop.tell('s1')).toEqual(sale);
    expect(await shop.tellSlowly('s1')).toEqual(sale);
    expect([shop.entries.slice(length), shop.calculations]).toEqual([[], calculations]);
    // Completed again, by all, it gives again what was taken.
    shop.tell('s1', {
      ...withStatus('completed'),
      content: { totalCents: 10_000 },
      owner: { customerId: 'ana' },
      purchase: { returnedCents: 0, reviewId: null, duplicateOf: null, tellings: [] },
    });
    expect(shop.netGranted('s1')).toEqual({ ana: 500 });
  });

  it('what came too late gives nothing and says so, and gives once when it is let', () => {
    const shop = five();
    const held = shop.tell('s1', { source: { lateness: 'held' } });
    expect([shop.netGranted('s1'), held.benefit.programVersion]).toEqual([{}, null]);
    expect(reasoning(held).flatMap(({ lines }) => lines)[0]).toContain('earnLate: true');
    for (let time = 0; time < 2; time += 1) {
      shop.tell('s1', { source: { lateness: 'earns' } });
      expect(shop.netGranted('s1')).toEqual({ ana: 500 });
    }
  });

  it('is the same whether answers are there at once or take their time', async () => {
    const [atOnce, slow] = [five(), five()];
    for (const patch of [{}, returned(2_500), { owner: { customerId: 'bia' } }, withStatus('cancelled')]) {
      atOnce.tell('s1', patch);
      await slow.tellSlowly('s1', patch);
    }
    expect(slow.entries).toEqual(atOnce.entries);
    expect(slow.sales.get('s1')).toEqual(atOnce.sales.get('s1'));
  });
});

describe('a sale that nobody is given anything for', () => {
  it.each<[string, SalePatch, RegExp]>([
    ['is open', withStatus('open'), /ainda não foi concluído/],
    ['was refused', withStatus('refused'), /cancelado, excluído ou recusado/],
    ['was deleted', withStatus('missing'), /cancelado, excluído ou recusado/],
    ['is held', { purchase: { reviewId: 'rev' } }, /espera a revisão/],
    ['counts by another', { purchase: { duplicateOf: 's2' } }, /conta por outra venda/],
    ['another source has cancelled', cancelledElsewhere, /cancelada em outra origem/],
  ])('because it %s says so, and pins nothing', (_, patch, reason) => {
    const shop = five();
    const sale = shop.tell('s1', patch);
    expect(reasonOf(sale)).toMatch(reason);
    expect(sale.benefit).toMatchObject({ programVersion: null, pinned: null, evaluated: null });
    expect([shop.entries, shop.calculations]).toEqual([[], 0]);
  });

  it('waits for a program, and is paid by the first', () => {
    const shop = new Shop(null);
    expect(reasonOf(shop.tell('s1'))).toMatch(/ainda não publicou um programa/);
    shop.version = five().version;
    expect(shop.tell('s1').benefit.programVersion).toBe(1);
    expect(shop.netGranted('s1')).toEqual({ ana: 500 });
  });

  it('is calculated while it is nobody’s, with its version pinned, and paid once claimed (R18, R28)', () => {
    const shop = five();
    const unidentified = shop.tell('s1', { owner: { customerId: null } });
    expect(unidentified.benefit).toMatchObject({ programVersion: 1, pinned: null });
    expect(unidentified.benefit.explanation[0]).toMatchObject({ outcome: 'paid', amount: 500 });
    expect(shop.entries).toEqual([]);
    shop.now += 60_000;
    const claimed = shop.tell('s1', { owner: { customerId: 'ana', claimedAt: shop.now } });
    expect(claimed.benefit.pinned).toEqual({
      customerId: 'ana',
      firstPurchase: true,
      segments: ['group of ana'],
    });
    expect(shop.wallets.get('ana')!.lots[0]).toMatchObject({ activatesAt: shop.now });
  });
});

describe('what a sale was paid with', () => {
  /** Ana earns 500 with s1 and spends 300 of it on s2. */
  function paid(change: object = {}, confirm = true): Shop {
    const shop = five(change);
    shop.tell('s1');
    shop.spend('use', 'ana', 300, 's2', confirm);
    shop.tell('s2');
    return shop;
  }

  it.each<[string, SalePatch, string, number]>([
    ['cancelled', withStatus('cancelled'), 'rolled_back', 300],
    ['deleted', withStatus('missing'), 'rolled_back', 300],
    ['wholly returned', returned(10_000), 'rolled_back', 300],
    ['cancelled by another source', cancelledElsewhere, 'rolled_back', 300],
    ['partly returned', returned(9_999), 'confirmed', 0],
    ['open again', withStatus('open'), 'confirmed', 0],
    ['held', { purchase: { reviewId: 'rev' } }, 'confirmed', 0],
    ['another’s purchase', { purchase: { duplicateOf: 's9' } }, 'confirmed', 0],
  ])('stays spent or goes back, once, when it is %s (R25)', (_, patch, state, refundedCents) => {
    const shop = paid();
    const { benefit } = shop.tell('s2', patch);
    expect(shop.redemption('use').state).toBe(state);
    expect(benefit).toMatchObject({ refundedCents, voided: state === 'rolled_back' });
    expect(shop.woken).toEqual(state === 'rolled_back' ? ['s1'] : []);
    const { length } = shop.entries;
    expect(shop.tell('s2').benefit).toEqual(benefit);
    expect(shop.entries.slice(length)).toEqual([]);
  });

  it('is let go where it was only reserved', () => {
    const shop = paid({}, false);
    expect(shop.tell('s2', withStatus('cancelled')).benefit.refundedCents).toBe(0);
    expect(shop.redemption('use').state).toBe('released');
  });

  it('stays spent where the program says so', () => {
    const shop = paid({ returns: { refundSpent: false } });
    expect(shop.tell('s2', withStatus('cancelled')).benefit).toMatchObject({
      refundedCents: 0,
      voided: true,
    });
    expect(shop.redemption('use').state).toBe('confirmed');
  });

  it('is not given back a second time when something new is spent on a sale that is over', () => {
    const shop = paid();
    shop.tell('s2', withStatus('cancelled'));
    shop.spend('late', 'ana', 100, 's2');
    shop.tell('s2');
    expect(shop.redemption('late').state).toBe('confirmed');
  });
});

describe('a first purchase (R17)', () => {
  const newcomers = (): Shop =>
    five({
      earning: {
        rules: [{ id: 'nova', grant: { type: 'cashback', rateBps: 1_000 }, when: { firstPurchase: true } }],
      },
    });

  it.each<[string, SalePatch, boolean]>([
    ['is as it was', {}, false],
    ['came back in part', returned(2_500), false],
    ['came back as a whole', returned(10_000), true],
    ['was cancelled', withStatus('cancelled'), true],
    ['was cancelled by another source', cancelledElsewhere, true],
    ['is held for a review', { purchase: { reviewId: 'rev' } }, true],
    ['counts by another source’s sale', { purchase: { duplicateOf: 's9' } }, true],
    ['is somebody else’s', { owner: { customerId: 'bia' } }, true],
  ])('after one other sale that %s: %s', (_, patch, first) => {
    const shop = newcomers();
    shop.tell('s1');
    shop.tell('s1', patch);
    expect(shop.tell('s2').benefit.pinned).toMatchObject({ customerId: 'ana', firstPurchase: first });
    expect(shop.netGranted('s2')).toEqual(first ? { ana: 1_000 } : {});
  });

  it('is none after a sale that is kept as history, which earns nothing', () => {
    const shop = newcomers();
    expect(shop.tell('s1', { source: { lateness: 'held' } }).benefit.pinned).toBeNull();
    expect(shop.tell('s2').benefit.pinned).toMatchObject({ customerId: 'ana', firstPurchase: false });
    expect(shop.netGranted('s2')).toEqual({});
  });

  it('stays one, whatever is bought later, and while nobody is known as its customer', () => {
    const shop = newcomers();
    shop.tell('s1');
    shop.tell('s2');
    shop.tell('s1', { owner: { customerId: null } });
    expect(shop.tell('s1', { owner: { customerId: 'ana' } }).benefit.pinned).toMatchObject({
      firstPurchase: true,
    });
    expect(shop.netGranted('s1')).toEqual({ ana: 1_000 });
  });
});
