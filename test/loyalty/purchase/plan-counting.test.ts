import { describe, expect, it } from '@jest/globals';
import { planCounting, salesToRead, markText } from '../../../src/loyalty/purchase';
import type { CountingFacts } from '../../../src/loyalty/purchase';
import type { Sale, SourceStatus } from '../../../src/loyalty/sale';
import { aReview, erpSale, known, NOON, NOW, shopSale, tellingOf, tillSale } from './sales';
import type { Asked, SaleChange } from './sales';

type Planned = ReturnType<typeof planCounting>;

function plan(sale: Sale, others: Sale[] = [], review: Asked = 'unasked'): Planned {
  const facts: CountingFacts = {
    sale,
    known: known(sale, ...others),
    review: sale.purchase.duplicateOf === null ? null : aReview(review),
  };
  return planCounting(facts, NOW);
}

const kind = (planned: Planned): string =>
  planned.kind === 'compare' && planned.leaves ? 'leave' : planned.kind;
const ANOTHER_TOTAL = { content: { totalCents: 26_000 } };

describe('a sale that counts by itself', () => {
  const compared = erpSale({ purchase: { comparedAs: markText(erpSale()) } });

  it('is left as it is where it was compared by the marks it has', () => {
    expect(plan(compared)).toEqual({
      ...{ kind: 'keep', others: [], questions: [], own: null },
      comparedAs: compared.purchase.comparedAs,
    });
    expect(salesToRead(compared)).toEqual([]);
  });

  it.each<[string, Sale]>([
    ['it never was', erpSale()],
    ['its total has changed since', erpSale({ ...ANOTHER_TOTAL, purchase: compared.purchase })],
    [
      'its customer has changed since',
      erpSale({ owner: { customerId: 'bia' }, purchase: compared.purchase }),
    ],
    ['it waits for a person', erpSale({ purchase: { ...compared.purchase, reviewId: 'some review' } })],
    [
      'what it counted by does not exist',
      erpSale({ purchase: { ...compared.purchase, duplicateOf: 'none' } }),
    ],
  ])('is compared where %s', (_why, sale) => {
    expect(plan(sale)).toEqual({ kind: 'compare', leaves: null });
  });

  it.each<SourceStatus>(['open', 'cancelled', 'missing', 'refused'])(
    'has nothing to compare while it is %s',
    (status) => {
      const purchase = { comparedAs: 'compared when it was completed' };
      expect(plan(erpSale({ source: { status }, purchase }))).toMatchObject({
        kind: 'idle',
        own: null,
        comparedAs: null,
      });
      const lost = erpSale({ source: { status }, purchase: { duplicateOf: 'none' } });
      expect(plan(lost)).toMatchObject({ kind: 'idle', own: { patch: { purchase: { duplicateOf: null } } } });
    },
  );
});

describe('a sale that counts by another', () => {
  const root = shopSale({ purchase: { tellings: [tellingOf(erpSale())] } });
  const copy = (change: SaleChange = {}): Sale =>
    erpSale({ ...change, purchase: { duplicateOf: 'sal_shop', ...change.purchase } });

  type Row = [SourceStatus, SourceStatus, agrees: boolean, Asked, 'follow' | 'leave'];
  it.each<Row>([
    ['completed', 'completed', true, 'unasked', 'follow'],
    ['completed', 'completed', true, 'open', 'follow'],
    ['completed', 'completed', true, 'same', 'follow'],
    ['completed', 'completed', true, 'distinct', 'leave'],
    ['completed', 'completed', false, 'unasked', 'leave'],
    ['completed', 'completed', false, 'open', 'leave'],
    ['completed', 'completed', false, 'same', 'follow'],
    ['completed', 'completed', false, 'distinct', 'leave'],
    ['cancelled', 'completed', false, 'unasked', 'follow'],
    ['missing', 'completed', false, 'distinct', 'follow'],
    ['open', 'completed', false, 'unasked', 'follow'],
    ['refused', 'completed', false, 'unasked', 'follow'],
    ['completed', 'cancelled', false, 'unasked', 'follow'],
    ['completed', 'missing', false, 'distinct', 'follow'],
    ['completed', 'open', false, 'unasked', 'follow'],
    ['completed', 'refused', false, 'unasked', 'follow'],
    ['cancelled', 'cancelled', true, 'unasked', 'follow'],
  ])('%s, by one that is %s, agreeing: %s, with a review %s: %s', (own, other, agrees, review, expected) => {
    const sale = copy({ source: { status: own }, ...(agrees ? {} : ANOTHER_TOTAL) });
    const counted = { ...root, source: { ...root.source, status: other } };
    expect(kind(plan(sale, [counted], review))).toBe(expected);
  });

  it('changes nothing where it says what it said, and the other looks again all the same', () => {
    expect(plan(copy(), [root])).toMatchObject({
      ...{ kind: 'follow', own: null, comparedAs: null },
      others: [{ read: root, patch: null, wake: true }],
    });
  });

  it.each<[SourceStatus, boolean]>([
    ['cancelled', true],
    ['completed', false],
    ['missing', false],
    ['open', false],
  ])('tells the other when it is %s: cancelled %s', (status, cancelled) => {
    const before = shopSale({ purchase: { tellings: [tellingOf(erpSale(), !cancelled)] } });
    expect(plan(copy({ source: { status } }), [before])).toMatchObject({
      others: [{ patch: { purchase: { tellings: [{ saleId: 'sal_erp', cancelled, at: NOON }] } } }],
    });
  });

  it('stays where another telling of the purchase still agrees with it', () => {
    const file = tillSale({
      ...ANOTHER_TOTAL,
      source: { channel: 'import', erpNumber: '10231' },
      purchase: { duplicateOf: 'sal_shop' },
    });
    const told = shopSale({ purchase: { tellings: [tellingOf(erpSale()), tellingOf(file)] } });
    expect(kind(plan(copy(ANOTHER_TOTAL), [told, file]))).toBe('follow');
    expect(kind(plan(copy(ANOTHER_TOTAL), [told]))).toBe('leave');
  });

  it('says why it no longer fits, and says so also where nothing is in common any more', () => {
    const [changed, another] = [
      copy(ANOTHER_TOTAL),
      copy({ source: { marketplaceNumber: 'W-200' }, owner: { customerId: 'bia' } }),
    ].map((sale) => plan(sale, [root]));
    expect(changed).toMatchObject({
      leaves: { doubt: { reasons: expect.arrayContaining(['Totais diferentes: R$ 260,00 e R$ 189,90']) } },
    });
    expect(another).toMatchObject({ leaves: { doubt: { reasons: ['Os dados deixaram de coincidir'] } } });
    expect(plan(copy(), [root], 'distinct')).toMatchObject({ leaves: { root, doubt: null } });
  });

  it('follows it to what that counts by itself', () => {
    const moved = shopSale({ purchase: { duplicateOf: 'sal_till' } });
    for (const status of ['completed', 'cancelled', 'missing'] as const)
      expect(plan(copy({ source: { status } }), [moved, tillSale()])).toMatchObject({
        ...{ kind: 'join', root: { id: 'sal_till' } },
        own: { patch: { purchase: { duplicateOf: 'sal_till' } }, event: { event: 'matched' } },
      });
  });

  it('of two that count by each other, the elder compares itself and the younger stays', () => {
    const [shop, erp] = [shopSale({ purchase: { duplicateOf: 'sal_erp' } }), copy()];
    expect(plan(shop, [erp])).toEqual({ kind: 'compare', leaves: null });
    expect(plan(erp, [shop])).toMatchObject({ kind: 'follow', root: shop });
    const cancelled = shopSale({ source: { status: 'cancelled' }, purchase: { duplicateOf: 'sal_erp' } });
    expect(plan(cancelled, [erp])).toMatchObject({ kind: 'follow', root: erp });
  });
});

describe('a sale that its source has deleted', () => {
  const copy = erpSale({
    purchase: { duplicateOf: 'sal_shop', reviewId: 'some review', comparedAs: 'compared' },
  });
  const file = tillSale({ purchase: { duplicateOf: 'sal_shop' } });
  const gone = (...tellings: Sale[]): Sale =>
    shopSale({
      source: { status: 'missing' },
      purchase: { tellings: tellings.map((one) => tellingOf(one)) },
    });

  it('is succeeded by the first live telling, and counts by it with all others', () => {
    const sale = gone(copy, file);
    const made = plan(sale, [copy, file]);
    expect(made).toMatchObject({
      ...{ kind: 'handOver', heir: copy, comparedAs: null },
      own: {
        patch: { purchase: { duplicateOf: 'sal_erp', tellings: [] } },
        event: { event: 'handed_over', text: 'Excluída na origem: a compra conta pela venda 10231' },
      },
      others: [
        {
          read: copy,
          wake: true,
          planned: { purchase: { duplicateOf: null, reviewId: null, comparedAs: null } },
        },
        { read: file, wake: true, patch: { purchase: { duplicateOf: 'sal_erp' } } },
      ],
    });
    expect('others' in made && made.others[0]?.planned.purchase.tellings.map(({ saleId }) => saleId)).toEqual(
      ['sal_shop', 'sal_till'],
    );
  });

  it.each<[string, Sale[], string | null]>([
    [
      'one that is cancelled is passed over',
      [{ ...copy, source: { ...copy.source, status: 'cancelled' } }, file],
      'sal_till',
    ],
    [
      'one that is deleted as well is passed over',
      [{ ...copy, source: { ...copy.source, status: 'missing' } }],
      null,
    ],
    [
      'one that has come to count elsewhere is passed over',
      [erpSale({ purchase: { duplicateOf: 'x' } })],
      null,
    ],
    ['one that counts by itself is passed over', [erpSale()], null],
    [
      'one that has taken over already is found again',
      [erpSale({ purchase: { tellings: [tellingOf(shopSale())] } })],
      'sal_erp',
    ],
    ['there may be none', [], null],
  ])('%s', (_title, tellings, heir) => {
    const made = plan(gone(...tellings), tellings);
    expect(made).toMatchObject(
      heir === null ? { kind: 'idle', own: null } : { kind: 'handOver', heir: { id: heir } },
    );
  });

  it('keeps it where the sale is only cancelled: then the purchase is', () => {
    const cancelled = shopSale({
      source: { status: 'cancelled' },
      purchase: { tellings: [tellingOf(copy)] },
    });
    expect(plan(cancelled, [copy])).toMatchObject({ kind: 'idle', others: [], own: null });
  });
});

describe('what has to be read', () => {
  it('is the sale that it counts by and its tellings', () => {
    const sale = shopSale({ purchase: { duplicateOf: 'sal_erp', tellings: [tellingOf(tillSale())] } });
    expect(salesToRead(sale)).toEqual(['sal_erp', 'sal_till']);
    expect(salesToRead(shopSale())).toEqual([]);
  });
});
