import { describe } from '@jest/globals';
import { complete, fivePercent, history, program, spend } from './builders';
import { checkAll } from './scenario';
import type { Deed, SaleInput } from './model/input';

/*
 * Ana’s purchase of 100.00 on 10 March, told by more than one source. 5 % at once: it earns 500, and 1000 if counted twice.
 */

const plain = program([fivePercent]);
const INVOICE = '35260311222333000181650010000000071000000079';

/** The order W-1 as the shop tells it. */
const shop = (more: Partial<SaleInput> = {}): Deed =>
  complete({ id: 'shop', channel: 'ecommerce', externalId: 'W-1', ...more });
/** The same order in the ERP, which counts its own orders and knows the shop’s number. */
const erp = (more: Partial<SaleInput> = {}): Deed =>
  complete({ id: 'erp', channel: 'bling', number: '5703', marketplaceNumber: 'W-1', ...more });
/** A sale of the till, which counts by itself. */
const till = (more: Partial<SaleInput> = {}): Deed => complete({ id: 'till', number: '5703', ...more });

const cancel = (saleId: string): Deed => ({ do: 'cancel', saleId });
const back = (saleId: string, amountCents: number): Deed => ({ do: 'return', saleId, amountCents });
const claim = (saleId: string, customerId: string): Deed => ({ do: 'claim', saleId, customerId });
const resolve = (one: string, other: string, decision: 'same' | 'distinct'): Deed => ({
  do: 'resolve',
  sales: [one, other],
  decision,
});

const ONCE = [500, 0, 0, 0] as [number, number, number, number];
const TWICE = [1000, 0, 0, 0] as [number, number, number, number];
const NOTHING = [0, 0, 0, 0] as [number, number, number, number];

describe('One purchase told twice (R47), worked out by hand: numbers of one series', () => {
  checkAll([
    [
      'the shop’s order number: it counts once, whichever tells first',
      history(plain, ['10', shop()], ['11', erp()]),
      { cashback: ONCE },
    ],
    [
      'however it is spelled: # and case aside',
      history(plain, ['10', erp({ marketplaceNumber: ' #w-1' })], ['11', shop()]),
      { cashback: ONCE },
    ],
    [
      'the invoice’s access key, which two systems write with and without spaces',
      history(
        plain,
        ['10', till({ accessKey: INVOICE })],
        [
          '11',
          complete({ id: 'file', channel: 'import', accessKey: INVOICE.replace(/(.{4})/g, '$1 ').trim() }),
        ],
      ),
      { cashback: ONCE },
    ],
    [
      'the order’s number in Bling, that a till tells as such',
      history(plain, ['10', erp()], ['11', till({ number: '9', erpNumber: '5703' })]),
      { cashback: ONCE },
    ],
    [
      'another order of the shop is another purchase, whatever else agrees',
      history(plain, ['10', shop()], ['11', erp({ marketplaceNumber: 'W-2' })]),
      { cashback: TWICE },
    ],
    [
      'a till’s own number is a series of its own: an anonymous sale of 5703 is claimed, and earns (C9)',
      history(
        plain,
        ['10', erp({ totalCents: 1_000, marketplaceNumber: undefined })],
        ['10T14:00', till({ totalCents: 1_000, customerId: null })],
        ['10T15:00', claim('till', 'gina')],
      ),
      { last: ['ok'], customer: 'gina', cashback: [50, 0, 0, 0] },
    ],
    [
      'a customer who is missing on one side is no agreement: a person is asked',
      history(
        plain,
        ['10', erp()],
        ['11', till({ erpNumber: '5703', customerId: null })],
        ['12', claim('till', 'bia')],
      ),
      { last: ['ok'], customer: 'bia', cashback: NOTHING },
    ],
    [
      'nobody on either side is: who claims one of them has bought once',
      history(
        plain,
        ['10', erp({ customerId: null })],
        ['11', till({ erpNumber: '5703', customerId: null })],
        ['12', claim('till', 'ana')],
        ['13', till({ erpNumber: '5703', customerId: null })],
      ),
      { last: ['ok', 'ok'], cashback: ONCE },
    ],
  ]);
});

describe('One purchase told twice (R47), worked out by hand: a person is asked', () => {
  const held: [string, Deed][] = [
    ['10', erp({ id: 'first', number: '1' })],
    ['10T14:00', erp({ id: 'second', number: '2' })],
  ];
  checkAll([
    [
      'about one shop’s order that one source tells twice: the second waits (C8)',
      history(plain, ...held),
      { cashback: ONCE },
    ],
    [
      'and counts with its own dates once they are two',
      history(program([fivePercent], { expiry: { after: 'P10D' } }), ...held, [
        '15',
        resolve('first', 'second', 'distinct'),
      ]),
      { cashback: TWICE, ends: ['2026-03-20 1000'] },
    ],
    [
      'or never, once they are one, also where they come to differ',
      history(
        plain,
        ...held,
        ['15', resolve('first', 'second', 'same')],
        ['16', erp({ id: 'second', number: '2', totalCents: 90_000 })],
      ),
      { cashback: ONCE },
    ],
    [
      'not about another customer’s, total or day in the same source',
      history(
        plain,
        ...held.slice(0, 1),
        ['11', erp({ id: 'bia', number: '2', customerId: 'bia' })],
        ['11', erp({ id: 'dear', number: '3', totalCents: 20_000 })],
        ['11', erp({ id: 'late', number: '4', soldAt: '2026-03-11T13:00:00Z' })],
      ),
      { cashback: [2000, 0, 0, 0] },
    ],
    [
      'about customer, total and day without a number, and not by whom it was not asked',
      history(plain, ['10', till()], ['11', erp()], ['12', resolve('till', 'shop', 'same')]),
      { last: ['ok', 'sale_not_found'], cashback: ONCE },
    ],
    [
      'about what the ERP tells too: the pair counts once, and with the shop’s order it is two',
      history(
        plain,
        ['10', shop()],
        ['10T14:00', till({ erpNumber: '5703' })],
        ['10T15:00', erp({ marketplaceNumber: undefined })],
        ['11', resolve('till', 'shop', 'distinct')],
        ['12', erp({ marketplaceNumber: undefined })],
      ),
      { last: ['ok', 'ok'], cashback: TWICE },
    ],
    [
      'not to be held where it has been paid: both count until it is decided',
      history(
        plain,
        ['10', erp()],
        ['10', till({ customerId: 'bia' })],
        ['11', till()],
        ['12', resolve('erp', 'till', 'same')],
      ),
      { cashback: ONCE },
    ],
  ]);
});

describe('One purchase told twice (R47), worked out by hand: who waits goes on waiting', () => {
  // Ana's first order ends unused on the 11th; as the copy of the second it counts nowhere, and nobody owes what had ended.
  const short = program([fivePercent], { expiry: { after: 'P1D' } });
  const first = (more: Partial<SaleInput> = {}): Deed => till({ id: 'first', totalCents: 10_000, ...more });
  const doubtful: [string, Deed][] = [
    ['10', first({ accessKey: '1' })],
    ['12', shop({ soldAt: '2026-03-12T13:00:00Z', totalCents: 26_000 })],
    ['12', first({ soldAt: '2026-03-12T13:00:00Z', totalCents: 26_000, marketplaceNumber: 'W-1' })],
    ['12', first({ soldAt: '2026-03-12T13:00:00Z', totalCents: 30_000, marketplaceNumber: 'W-1' })],
  ];
  checkAll([
    ['once it is asked about', history(short, ...doubtful), { cashback: [1300, 0, 0, 0] }],
    [
      'however often it is read (R43)',
      history(short, ...doubtful, doubtful[3]!, doubtful[3]!),
      { cashback: [1300, 0, 0, 0] },
    ],
  ]);
});

describe('One purchase told twice (R47), worked out by hand: what becomes of it', () => {
  const both: [string, Deed][] = [
    ['10', shop()],
    ['10T14:00', erp()],
  ];
  checkAll([
    [
      'it is cancelled by whichever source',
      history(plain, ...both, ['12', cancel('erp')]),
      { cashback: NOTHING },
    ],
    [
      'goods come back once, to the one that counts, whichever was named',
      history(plain, ...both, ['12', back('erp', 5_000)], ['13', back('shop', 5_001)]),
      { last: ['ok', 'invalid_request'], cashback: [250, 0, 0, 0] },
    ],
    [
      'what was paid of it with benefit is, by any of its names (R9): 500 less 5 % of 400',
      history(plain, ...both, ['11', spend('r1', 400, '5703')]),
      { cashback: [80, 0, 0, 0] },
    ],
    [
      'a copy that no longer fits waits for a person, and counts with it once it fits again',
      history(
        plain,
        ...both,
        ['12', erp({ totalCents: 26_000 })],
        ['13', shop({ totalCents: 26_000 })],
        ['14', cancel('erp')],
      ),
      { cashback: NOTHING },
    ],
    [
      'so does a copy that the one that counts no longer fits: its cancellation is of another purchase',
      history(plain, ...both, ['12', shop({ totalCents: 26_000 })], ['13', cancel('erp')]),
      { cashback: [1300, 0, 0, 0] },
    ],
    [
      'a claim is of the purchase: a copy that names nobody can still cancel it',
      history(
        plain,
        ['10', shop({ customerId: null })],
        ['10T14:00', erp({ customerId: null })],
        ['11', claim('erp', 'ana')],
        ['12', erp({ customerId: null })],
        ['13', cancel('erp')],
      ),
      { cashback: NOTHING },
    ],
    [
      'a customer whom another telling has named is no claim: a copy that names nobody waits for a person then',
      history(
        plain,
        ['10', erp({ marketplaceNumber: undefined })],
        ['10T13:00', till({ erpNumber: '5703' })],
        ['10T14:00', shop({ customerId: null, totalCents: 7_000 })],
        ['11', erp({ customerId: null, totalCents: 7_000 })],
        ['12', cancel('erp')],
      ),
      { cashback: [350, 0, 0, 0] },
    ],
    [
      'goods that turn out to have come back of another purchase: the result is the one it had, whatever a budget has come to hold',
      history(
        program([{ ...fivePercent, budgetCents: 500 }]),
        ['10', shop()],
        ['10T14:00', till({ totalCents: 7_000, accessKey: INVOICE })],
        ['11', back('shop', 10_000)],
        ['11T12:00', shop({ totalCents: 7_000, accessKey: INVOICE })],
        ['12', shop({ totalCents: 9_000, accessKey: INVOICE })],
      ),
      { cashback: NOTHING },
    ],
  ]);
});
