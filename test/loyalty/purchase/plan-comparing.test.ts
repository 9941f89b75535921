import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planComparing, markText } from '../../../src/loyalty/purchase';
import type { ComparingFacts, PurchasePlan, ReviewedCandidate } from '../../../src/loyalty/purchase';
import type { Sale } from '../../../src/loyalty/sale';
import { aReview, changed, erpSale, known, NOON, NOW, shopSale, tellingOf, tillSale } from './sales';
import type { Asked } from './sales';

const SHOP = shopSale({ purchase: { comparedAs: 'compared' } });
const ERP = erpSale();
const TILL = tillSale();

function candidate(change: Partial<ReviewedCandidate> = {}): ReviewedCandidate {
  return {
    root: SHOP,
    earlier: true,
    verdict: 'same',
    reasons: ['porque'],
    review: aReview('unasked'),
    ...change,
  };
}

function plan(change: Partial<ComparingFacts> = {}): PurchasePlan {
  const { sale = ERP, candidates = [] } = change;
  const sales = known(sale, ...candidates.map(({ root }) => root), ...(change.known?.values() ?? []));
  return planComparing({ sale, candidates, leaves: null, waitsFor: null, ...change, known: sales }, NOW);
}

/** The sales that are made to compare again, and are woken. */
function lookAgain({ others }: PurchasePlan): string[] {
  return others
    .filter(({ planned, wake }) => wake && planned.purchase.comparedAs === null)
    .map(({ read }) => read.id);
}

const asked = ({ questions }: PurchasePlan): string[] => questions.map(({ reviewId }) => reviewId);

describe('a sale compared with one purchase', () => {
  type Row = [
    verdict: ReviewedCandidate['verdict'],
    when: 'earlier' | 'later',
    review: Asked,
    kind: PurchasePlan['kind'],
    then: '' | 'is asked about' | 'the other looks again',
  ];
  it.each<Row>([
    ['same', 'earlier', 'unasked', 'join', ''],
    ['same', 'earlier', 'open', 'join', ''],
    ['same', 'earlier', 'same', 'join', ''],
    ['same', 'earlier', 'distinct', 'alone', ''],
    ['same', 'later', 'unasked', 'alone', 'the other looks again'],
    ['same', 'later', 'open', 'alone', 'the other looks again'],
    ['same', 'later', 'same', 'alone', 'the other looks again'],
    ['same', 'later', 'distinct', 'alone', ''],
    ['doubtful', 'earlier', 'unasked', 'hold', 'is asked about'],
    ['doubtful', 'earlier', 'open', 'hold', ''],
    ['doubtful', 'earlier', 'same', 'join', ''],
    ['doubtful', 'earlier', 'distinct', 'alone', ''],
    ['doubtful', 'later', 'unasked', 'alone', 'the other looks again'],
    ['doubtful', 'later', 'open', 'alone', ''],
    ['doubtful', 'later', 'same', 'alone', 'the other looks again'],
    ['doubtful', 'later', 'distinct', 'alone', ''],
    ['distinct', 'earlier', 'unasked', 'alone', ''],
    ['distinct', 'earlier', 'open', 'alone', ''],
    ['distinct', 'earlier', 'same', 'join', ''],
    ['distinct', 'earlier', 'distinct', 'alone', ''],
    ['distinct', 'later', 'unasked', 'alone', ''],
    ['distinct', 'later', 'open', 'alone', ''],
    ['distinct', 'later', 'same', 'alone', 'the other looks again'],
    ['distinct', 'later', 'distinct', 'alone', ''],
  ])('that is %s, %s, with a review %s: %s %s', (verdict, when, review, kind, then) => {
    const made = plan({
      candidates: [candidate({ verdict, earlier: when === 'earlier', review: aReview(review) })],
    });
    expect(made.kind).toBe(kind);
    expect(lookAgain(made)).toEqual(then === 'the other looks again' ? [SHOP.id] : []);
    expect(asked(made)).toEqual(then === 'is asked about' ? [aReview('open').id] : []);
  });

  it('counts by itself where there is none, and needs no write', () => {
    expect(plan()).toEqual({
      kind: 'alone',
      others: [],
      questions: [],
      own: null,
      comparedAs: markText(ERP),
    });
  });

  it('waits for the review, and says so in its timeline', () => {
    const { id } = aReview('open');
    const made = plan({ candidates: [candidate({ verdict: 'doubtful' })] });
    expect(made).toMatchObject({ kind: 'hold', reviewId: id, comparedAs: markText(ERP) });
    expect(made.own).toMatchObject({
      patch: { purchase: { reviewId: id } },
      event: { at: NOW, event: 'compared' },
    });
  });

  it('is asked about with what speaks for and against it: ids, numbers and amounts only', () => {
    const [question] = plan({ candidates: [candidate({ verdict: 'doubtful' })] }).questions;
    const shown = {
      marketplaceNumber: null,
      invoiceNumber: null,
      totalCents: 18_990,
      date: '2026-11-03',
      customerId: 'ana',
    };
    expect(question).toEqual({
      reviewId: aReview('open').id,
      subjects: ['sal_erp', 'sal_shop'],
      facts: {
        reasons: ['porque'],
        sales: [
          { ...shown, saleId: 'sal_shop', channel: 'ecommerce', externalId: 'W-100', number: null },
          {
            ...shown,
            saleId: 'sal_erp',
            channel: 'bling',
            externalId: '26737100001',
            number: '10231',
            marketplaceNumber: 'W-100',
          },
        ],
      },
    });
  });

  it.each<[string, Sale['benefit'] extends infer B ? Partial<B> : never]>([
    ['cashback', { earnedCents: 1 }],
    ['points', { earnedPoints: 1 }],
    ['a voucher', { earnedVouchers: 1 }],
  ])('goes on counting while a person decides, once it has been paid in %s', (_what, benefit) => {
    const made = plan({ sale: erpSale({ benefit }), candidates: [candidate({ verdict: 'doubtful' })] });
    expect(made).toMatchObject({ kind: 'alone', own: null });
    expect(asked(made)).toEqual([aReview('open').id]);
  });
});

describe('a sale that joins a purchase', () => {
  it('counts by it, and the purchase knows it by its names', () => {
    const made = plan({ candidates: [candidate()] });
    expect(made).toMatchObject({ kind: 'join', root: SHOP, comparedAs: null, questions: [] });
    expect(made.own).toMatchObject({
      patch: { purchase: { duplicateOf: 'sal_shop' } },
      event: { at: NOW, event: 'matched', text: 'A mesma compra que a venda W-100: conta por ela' },
    });
    expect(made.others).toMatchObject([
      { read: SHOP, wake: true, patch: { purchase: { tellings: [{ ...tellingOf(ERP), at: NOW }] } } },
    ]);
  });

  it('waits for no review any more', () => {
    const held = erpSale({ purchase: { reviewId: 'some review' } });
    expect(plan({ sale: held, candidates: [candidate()] }).own?.patch).toEqual({
      purchase: { duplicateOf: 'sal_shop', reviewId: null, tellings: [] },
    });
  });

  it('brings along whatever counted by it', () => {
    const file = tillSale({ purchase: { duplicateOf: 'sal_erp' } }, 'sal_file');
    const gone = tillSale({ purchase: { duplicateOf: 'elsewhere' } }, 'sal_gone');
    const erp = erpSale({ purchase: { tellings: [tellingOf(file), tellingOf(gone)] } });
    const made = plan({ sale: erp, candidates: [candidate()], known: known(file, gone) });
    expect(made.own?.planned.purchase.tellings).toEqual([]);
    expect(made.others).toHaveLength(2);
    expect(made.others).toMatchObject([
      {
        read: { id: 'sal_shop' },
        patch: {
          purchase: {
            tellings: [
              { ...tellingOf(erp), at: NOW },
              { ...tellingOf(file), at: NOW },
            ],
          },
        },
        wake: true,
      },
      { read: { id: 'sal_file' }, patch: { purchase: { duplicateOf: 'sal_shop' } }, wake: true },
    ]);
  });

  it('wakes what it brings along also where an attempt before wrote that, and came no further', () => {
    const file = tillSale({ purchase: { duplicateOf: 'sal_shop' } }, 'sal_file');
    const erp = erpSale({ purchase: { tellings: [tellingOf(file)] } });
    const made = plan({ sale: erp, candidates: [candidate()], known: known(file) });
    expect(made.others).toMatchObject([
      { read: { id: 'sal_shop' }, wake: true },
      { read: { id: 'sal_file' }, patch: null, wake: true },
    ]);
  });

  const held = tillSale({ purchase: { reviewId: 'some review' }, createdAt: NOON - 1 });
  it.each<[string, Sale[], string, string[]]>([
    ['the one that was opened first', [TILL, SHOP], 'sal_shop', ['sal_till']],
    ['one that counts rather than one that waits for a person', [held, SHOP], 'sal_shop', ['sal_till']],
    ['one that waits for a person where there is no other', [held], 'sal_till', []],
  ])('joins %s, and the others that are the same look again', (_which, roots, joined, others) => {
    const made = plan({ candidates: roots.map((root) => candidate({ root })) });
    expect(made).toMatchObject({ kind: 'join', root: { id: joined } });
    expect(lookAgain(made).filter((id) => id !== joined)).toEqual(others);
  });
});

describe('a sale that waits for a person', () => {
  const { id } = aReview('open');
  const sale = erpSale({ purchase: { reviewId: id } });
  const circle = shopSale({ purchase: { duplicateOf: 'sal_erp' } });
  const passedOn = shopSale({ purchase: { duplicateOf: 'sal_till' } });

  it.each<[string, Asked, Sale | null, PurchasePlan['kind']]>([
    ['goes on waiting while nobody has decided', 'open', SHOP, 'hold'],
    ['also where the other is cancelled', 'open', shopSale({ source: { status: 'cancelled' } }), 'hold'],
    ['but not where the other is deleted', 'open', shopSale({ source: { status: 'missing' } }), 'alone'],
    ['nor where the other never was', 'open', null, 'alone'],
    ['counts by the other once they are the same', 'same', SHOP, 'join'],
    ['also where the other is cancelled', 'same', shopSale({ source: { status: 'cancelled' } }), 'join'],
    ['counts by itself once they are distinct', 'distinct', SHOP, 'alone'],
    ['counts by itself where the other has joined it meanwhile', 'same', circle, 'alone'],
    ['counts by that which the other counts by', 'same', passedOn, 'join'],
  ])('%s (review %s)', (_title, review, other, kind) => {
    const sales = other ? known(other, TILL) : known(TILL);
    const made = plan({ sale, known: sales, waitsFor: { review: aReview(review), other } });
    expect(made.kind).toBe(kind);
    if (kind === 'join')
      expect(made).toMatchObject({ root: { id: other === passedOn ? 'sal_till' : 'sal_shop' } });
    expect(made.own?.planned.purchase.reviewId ?? null).toBe(null);
    if (kind === 'hold') expect(made.own).toBeNull();
  });

  it('waits for the first review as long as it is open, whatever else is asked', () => {
    const doubt = candidate({
      root: TILL,
      verdict: 'doubtful',
      review: aReview('unasked', 'sal_erp', 'sal_till'),
    });
    const made = plan({ sale, candidates: [doubt], waitsFor: { review: aReview('open'), other: SHOP } });
    expect(made).toMatchObject({ kind: 'hold', reviewId: id, own: null });
    expect(asked(made)).toEqual(['review of sal_erp and sal_till']);
  });

  it('waits for the next one where the first has been decided', () => {
    const doubt = candidate({
      root: TILL,
      verdict: 'doubtful',
      review: aReview('open', 'sal_erp', 'sal_till'),
    });
    const made = plan({ sale, candidates: [doubt], waitsFor: { review: aReview('distinct'), other: SHOP } });
    expect(made).toMatchObject({ kind: 'hold', reviewId: doubt.review.id });
  });
});

describe('a sale that no longer fits the purchase it counted by', () => {
  const root = shopSale({ purchase: { tellings: [tellingOf(ERP)], comparedAs: 'compared' } });
  const sale = erpSale({ purchase: { duplicateOf: root.id } });
  const doubt = { root, reasons: ['Os dados deixaram de coincidir'], review: aReview('unasked') };

  it('is struck from it, asked about and held', () => {
    const made = plan({ sale, leaves: { root, doubt } });
    expect(made).toMatchObject({
      kind: 'hold',
      own: { patch: { purchase: { duplicateOf: null, reviewId: doubt.review.id } } },
    });
    expect(made.questions).toMatchObject([{ reviewId: doubt.review.id, facts: { reasons: doubt.reasons } }]);
    expect(made.others).toMatchObject([{ read: root, wake: true, patch: { purchase: { tellings: [] } } }]);
  });

  it('is asked about once, though it is also found among the candidates', () => {
    const made = plan({
      sale,
      leaves: { root, doubt },
      candidates: [candidate({ root, verdict: 'doubtful' })],
    });
    expect(asked(made)).toEqual([doubt.review.id]);
    expect(made.others).toHaveLength(1);
  });

  it('counts by itself at once where a person has said that they are distinct', () => {
    const made = plan({ sale, leaves: { root, doubt: null } });
    expect(made).toMatchObject({
      kind: 'alone',
      questions: [],
      own: { patch: { purchase: { duplicateOf: null } } },
    });
    expect(made.others).toMatchObject([{ read: root, wake: true }]);
  });

  it('joins the purchase that it does fit', () => {
    const made = plan({ sale, leaves: { root, doubt }, candidates: [candidate({ root: TILL })] });
    expect(made).toMatchObject({ kind: 'join', root: TILL, questions: [] });
    expect(made.others.map(({ read }) => read.id)).toEqual([root.id, TILL.id]);
  });
});

describe('the order of the candidates', () => {
  const anyCandidate = fc.record({
    createdAt: fc.integer({ min: NOON, max: NOON + 3 }),
    reviewId: fc.constantFrom(null, 'another review'),
    verdict: fc.constantFrom('same' as const, 'doubtful' as const, 'distinct' as const),
    earlier: fc.boolean(),
    asked: fc.constantFrom<Asked[]>('unasked', 'open', 'same', 'distinct'),
  });

  it('means nothing', () => {
    const shuffled = fc
      .array(anyCandidate, { minLength: 1, maxLength: 5 })
      .chain((drawn) =>
        fc.tuple(fc.constant(drawn), fc.shuffledSubarray([...drawn.keys()], { minLength: drawn.length })),
      );
    fc.assert(
      fc.property(shuffled, fc.nat({ max: 1 }), ([drawn, order], earnedCents) => {
        const sale = changed(ERP, { benefit: { earnedCents } });
        const candidates = drawn.map(({ createdAt, reviewId, verdict, earlier, asked: state }, index) => {
          const root = tillSale(
            { createdAt, purchase: { reviewId, comparedAs: 'compared' } },
            `sal_${index}`,
          );
          return candidate({ root, verdict, earlier, review: aReview(state, sale.id, root.id) });
        });
        expect(plan({ sale, candidates: order.map((index) => candidates[index]!) })).toEqual(
          plan({ sale, candidates }),
        );
      }),
    );
  });
});
