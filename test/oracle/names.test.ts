import { describe } from '@jest/globals';
import { adjust, complete, fivePercent, history, program, reserve, sale, spend, tick } from './builders';
import { checkAll } from './scenario';
import type { Deed } from './model/input';

const plain = program([fivePercent]);
const credit: [string, Deed] = ['10T12:00', adjust(3000)];
const sold = (id: string, at: string, more: object = {}): Deed =>
  complete({ id, number: '57', soldAt: `2026-03-${at}:00Z`, ...more });
const open = (id: string, at: string, more: object = {}): Deed => ({
  do: 'open',
  sale: sale({ id, number: '57', soldAt: `2026-03-${at}:00Z`, ...more }),
});
const cancel = (saleId: string): Deed => ({ do: 'cancel', saleId });
const confirm = (id: string): Deed => ({ do: 'confirm', id });

describe('What a use names (R46)', () => {
  checkAll([
    [
      'a stranger’s sale of the same number is not meant: it earns all of 500',
      history(
        plain,
        credit,
        ['10T13:00', spend('r1', 3000, '57')],
        ['11', sold('b', '11T13:00', { customerId: 'bia' })],
      ),
      { customer: 'bia', cashback: [500, 0, 0, 0] },
    ],
    [
      'and its cancellation gives the user nothing back',
      history(
        plain,
        credit,
        ['10T13:00', spend('r1', 3000, '57')],
        ['11', sold('b', '11T13:00', { customerId: 'bia' })],
        ['12', cancel('b')],
      ),
      { cashback: [0, 0, 0, 0] },
    ],
    [
      'the own sale is, whenever it comes: 5 % of 7000',
      history(plain, credit, ['10T13:00', spend('r1', 3000, '#0057')], ['11', sold('a', '11T13:00')]),
      { cashback: [350, 0, 0, 0] },
    ],
    [
      'not one of another store',
      history(
        plain,
        credit,
        ['10T13:00', reserve('r1', 3000, { saleRef: '57', storeId: 'centro', confirm: true })],
        ['11', sold('a', '11T13:00', { storeId: 'praia' })],
      ),
      { cashback: [500, 0, 0, 0] },
    ],
    [
      'not one sold four local days later, but one sold three days later',
      history(
        plain,
        credit,
        ['10T13:00', spend('r1', 3000, '57')],
        ['14', sold('far', '14T03:00')],
        ['15', sold('near', '14T02:59')],
      ),
      { cashback: [850, 0, 0, 0] },
    ],
    [
      'of two at the same distance the later: the earlier earns 500, the later 350',
      history(
        plain,
        credit,
        ['11T12:00', sold('before', '11T12:00')],
        ['11T14:00', sold('after', '11T14:00')],
        ['11T13:00', spend('r1', 3000, '57')],
        ['12', cancel('before')],
      ),
      // Time does not run backwards: the use is made at 14:00, and the later sale is the nearest.
      { cashback: [350, 0, 0, 0] },
    ],
    [
      'once found it stays, though a nearer one comes',
      history(
        plain,
        credit,
        ['10T13:00', spend('r1', 3000, '57')],
        ['12', sold('first', '12T13:00')],
        ['12', sold('nearer', '10T13:00')],
        ['13', cancel('nearer')],
      ),
      { cashback: [350, 0, 0, 0] },
    ],
    [
      'somebody else claims the sale that was nobody’s: the own one is meant from then on',
      history(
        plain,
        credit,
        ['10T13:00', spend('r1', 3000, '57')],
        ['10T13:00', sold('nobodys', '10T13:00', { customerId: null })],
        ['11', sold('own', '11T13:00')],
        ['12', { do: 'claim', saleId: 'nobodys', customerId: 'bia' }],
      ),
      { cashback: [350, 0, 0, 0] },
    ],
    [
      'an edit of that very sale takes the use from it, and gives it back',
      history(
        plain,
        credit,
        ['10T13:00', spend('r1', 3000, '57')],
        ['11', sold('a', '11T13:00')],
        ['12', sold('a', '11T13:00', { number: '58' })],
        ['12', sold('a', '11T13:00')],
      ),
      { cashback: [350, 0, 0, 0] },
    ],
    [
      'an edit of a sale that waits for a person takes the use from it, too',
      history(
        plain,
        credit,
        ['10T13:00', sold('a', '10T13:00')],
        ['10T14:00', reserve('r1', 3000, { saleRef: '57', storeId: 'centro', confirm: true })],
        ['11', sold('held', '10T13:00', { channel: 'import' })],
        ['20', sold('later', '20T13:00')],
        ['21', sold('a', '10T13:00', { storeId: 'praia' })],
        ['21', sold('a', '10T13:00', { storeId: 'centro' })],
        // Held again, because of the third, and never completed for its benefit: it gives the use back to the first all the same.
        ['22', sold('held', '20T13:00', { channel: 'import' })],
      ),
      { cashback: [850, 0, 0, 0] },
    ],
    [
      'an open reservation that would name the cancelled sale is let go',
      history(
        plain,
        credit,
        ['10T13:00', sold('a', '10T13:00')],
        ['10T13:01', reserve('r1', 3000, { saleRef: '57' })],
        ['10T13:02', cancel('a')],
        ['10T13:03', confirm('r1')],
      ),
      { last: ['reservation_expired'], cashback: [3000, 0, 0, 0] },
    ],
    [
      'and one that would not is not',
      history(
        plain,
        credit,
        ['10T13:00', sold('a', '10T13:00', { customerId: 'bia' })],
        ['10T13:01', reserve('r1', 3000, { saleRef: '57' })],
        ['10T13:02', cancel('a')],
        ['10T13:03', confirm('r1')],
      ),
      { last: ['ok'], cashback: [0, 0, 0, 0] },
    ],
    [
      'one sale’s largest share, however it is called (R31)',
      history(
        program([fivePercent], { redemption: { maxShareBps: 5000 } }),
        credit,
        ['10T13:00', sold('a', '10T13:00', { externalId: 'x' })],
        ['10T13:01', reserve('r1', 1500, { saleRef: 'a', saleTotalCents: 4000 })],
        ['10T13:02', reserve('r2', 501, { saleRef: '057', saleTotalCents: 4000 })],
        ['10T13:02', reserve('r3', 500, { saleRef: 'x', saleTotalCents: 4000 })],
      ),
      { last: ['above_max_share', 'ok'] },
    ],
  ]);
});

const firstOnly = program([{ ...fivePercent, when: { firstPurchase: true } }]);
const capped = program([{ ...fivePercent, capPerCustomerPerMonthCents: 500 }], {
  returns: { clawback: 'to_zero' },
});

describe('A sale that goes to another customer and comes back', () => {
  checkAll([
    [
      'is still the first purchase of the one it was calculated for first (R17)',
      history(
        firstOnly,
        ['10', complete()],
        ['11', complete({ customerId: 'bia' })],
        ['11', complete({ id: 's2' })],
        ['12', complete()],
      ),
      // While it was Bia's, Ana's other sale was her first purchase, too.
      { cashback: [1000, 0, 0, 0] },
    ],
    [
      'counts what was let off in the month it was sold in, also for the former customer (R14)',
      history(
        capped,
        ['10', complete()],
        ['11', spend('r1', 500)],
        ['12', complete({ customerId: 'bia' })],
        ['13', complete({ customerId: 'bia', soldAt: '2026-04-01T13:00:00Z' })],
        ['14', complete({ id: 's2' })],
      ),
      { cashback: [500, 0, 0, 0] },
    ],
  ]);
});

const uses = program([{ id: 'v', grant: { type: 'voucher', template: 'vale' } }], {
  vouchers: { vale: { discount: { type: 'amount', cents: 100 }, uses: 3 } },
});
const voucher = (what: 'reserve' | 'redeem' | 'release'): Deed =>
  what === 'release'
    ? { do: 'voucher.release', code: 's1/v/ana' }
    : { do: `voucher.${what}`, code: 's1/v/ana', saleTotalCents: 1000 };

describe('Two uses of one millisecond', () => {
  checkAll([
    [
      'have an order: the second release is answered like the first (R33)',
      history(
        uses,
        ['10', complete()],
        ['11', voucher('redeem')],
        ['11', voucher('reserve')],
        ['11', voucher('release')],
        ['11', voucher('release')],
      ),
      { last: ['ok', 'ok', 'ok', 'ok'], vouchers: ['s1/v/ana active 2 never'] },
    ],
  ]);
});

describe('An order whose buyer nobody has looked up is not nobody’s (R46)', () => {
  checkAll([
    [
      'a stranger’s that is open is not meant, and its cancellation gives the user nothing back',
      history(
        plain,
        credit,
        ['10T12:30', open('b', '10T12:30', { customerId: 'bia' })],
        ['10T13:00', spend('r1', 3000, '57')],
        ['11', cancel('b')],
      ),
      { last: ['ok', 'ok'], cashback: [0, 0, 0, 0] },
    ],
    [
      'nor one that lies nearer than the own: 5 % of 7000',
      history(
        plain,
        credit,
        ['10T13:00', open('b', '10T13:00', { customerId: 'bia' })],
        ['10T13:00', spend('r1', 3000, '57')],
        ['11', sold('a', '11T13:00')],
      ),
      { cashback: [350, 0, 0, 0] },
    ],
    [
      'the own one, cancelled before it was completed, gives back what it was paid with',
      history(
        plain,
        credit,
        ['10T12:30', open('a', '10T12:30')],
        ['10T13:00', spend('r1', 3000, '57')],
        ['11', cancel('a')],
      ),
      { cashback: [3000, 0, 0, 0] },
    ],
    [
      'the own one, completed later, was paid with it: 5 % of 7000',
      history(
        plain,
        credit,
        ['10T12:30', open('a', '10T12:30')],
        ['10T13:00', spend('r1', 3000, '57')],
        ['11', sold('a', '10T12:30')],
      ),
      { cashback: [350, 0, 0, 0] },
    ],
    [
      'one named by its id is meant whoever it is of: its cancellation gives back',
      history(
        plain,
        credit,
        ['10T12:30', open('a', '10T12:30')],
        ['10T13:00', reserve('r1', 3000, { saleRef: 'a' })],
        ['10T13:05', { do: 'cancel', saleId: 'a' }],
      ),
      { cashback: [3000, 0, 0, 0] },
    ],
    [
      'what is used after such a sale was cancelled stays used, however often that is told',
      history(
        plain,
        credit,
        ['10T12:30', open('a', '10T12:30')],
        ['10T12:40', cancel('a')],
        ['10T13:00', spend('r1', 3000, '57')],
        ['11', cancel('a')],
      ),
      { cashback: [0, 0, 0, 0] },
    ],
    [
      'holding counts from when it is completed, not from when it was first told of (R3)',
      history(
        program([fivePercent], { holding: { after: 'P2D' } }),
        ['10', open('a', '10T13:00')],
        ['12', sold('a', '10T13:00')],
        ['13', tick],
      ),
      { cashback: [0, 500, 0, 0] },
    ],
  ]);
});
