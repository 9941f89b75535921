import { describe } from '@jest/globals';
import { adjust, complete, fivePercent, history, program, reserve, spend } from './builders';
import { checkAll } from './scenario';
import type { ProgramInput } from './model/input';

const plain = program([fivePercent]);
const redeeming = (redemption: ProgramInput['redemption']): ProgramInput =>
  program([fivePercent], { redemption });
const expiring = (after: string): ProgramInput => program([fivePercent], { expiry: { after } });
const pointsRule = { id: 'pt', grant: { type: 'points' as const, points: 1, perCents: 100 } };
const confirm = { do: 'confirm' as const, id: 'r1' };
const release = { do: 'release' as const, id: 'r1' };
const rollback = { do: 'rollback' as const, id: 'r1' };
const points = { type: 'points' as const, saleTotalCents: 1000 };

describe('Redemptions, worked out by hand', () => {
  checkAll([
    [
      'are made once by an id, and for ever: asked for again the same, otherwise refused (C10)',
      history(
        plain,
        ['10', complete()],
        ['10', spend('r1', 200)],
        ['10T13:01', spend('r1', 200)],
        ['2026-06-10T13:00:00Z', spend('r1', 200)],
        ['2026-06-10T13:00:00Z', spend('r1', 201)],
        ['2026-06-10T13:00:00Z', reserve('r1', 200, { customerId: 'bia', confirm: true })],
        ['2026-06-10T13:00:00Z', reserve('r1', 200)],
      ),
      {
        last: [
          'ok',
          'ok',
          'ok',
          'idempotency_key_reused',
          'idempotency_key_reused',
          'idempotency_key_reused',
        ],
        cashback: [300, 0, 0, 0],
      },
    ],
    [
      'are refused in order: request, customer, minimum, share, balance (R30)',
      history(
        redeeming({ minSaleCents: 1000, maxShareBps: 5000 }),
        ['10', complete()],
        ['10', reserve('r1', 0, { customerId: 'nobody' })],
        ['10', reserve('r1', 501, { customerId: 'nobody', saleTotalCents: 999 })],
        ['10', reserve('r1', 501, { saleTotalCents: 999 })],
        ['10', reserve('r1', 501, { saleTotalCents: 1000 })],
        ['10', reserve('r1', 501, { saleTotalCents: 1002 })],
      ),
      {
        last: [
          'invalid_request',
          'customer_not_found',
          'below_min_sale',
          'above_max_share',
          'insufficient_balance',
        ],
        cashback: [500, 0, 0, 0],
      },
    ],
    [
      'may be 30 % of the goods, freight out: 270 of 1,000 with 100 freight (R31)',
      history(
        redeeming({ maxShareBps: 3000 }),
        ['10', complete()],
        ['10', reserve('r1', 271, { saleTotalCents: 1000, freightCents: 100 })],
        ['10', reserve('r1', 270, { saleTotalCents: 1000, freightCents: 100 })],
      ),
      { last: ['above_max_share', 'ok'], cashback: [230, 0, 270, 0] },
    ],
    [
      'share that with the others of the same sale (R31)',
      history(
        redeeming({ maxShareBps: 3000 }),
        ['10', complete()],
        ['10', reserve('r1', 200, { saleTotalCents: 1000, saleRef: 's2', confirm: true })],
        ['10', reserve('r2', 101, { saleTotalCents: 1000, saleRef: 's2' })],
        ['10', reserve('r2', 101, { saleTotalCents: 1000, saleRef: 's3' })],
      ),
      { last: ['above_max_share', 'ok'] },
    ],
    [
      'count points at their value: 60 points of 5 cents are 30 % of 1,000 (R31, R32)',
      history(
        program([pointsRule], { redemption: { pointValueCents: 5, maxShareBps: 3000 } }),
        ['10', complete()],
        ['10', reserve('r1', 61, points)],
        ['10', reserve('r1', 60, points)],
      ),
      { last: ['above_max_share', 'ok'], points: [40, 0, 60, 0] },
    ],
    [
      'ask for the minimum balance before, points at their value (R30)',
      history(
        program([pointsRule], { redemption: { pointValueCents: 5, minBalanceCents: 501 } }),
        ['10', complete()],
        ['10', reserve('r1', 1, points)],
      ),
      { last: ['insufficient_balance'] },
    ],
    [
      'draw on what ends soonest (design §5)',
      history(expiring('P10D'), ['10', complete()], ['11', complete({ id: 's2' })], ['12', spend('r1', 600)]),
      { ends: ['2026-03-21 400'] },
    ],
    [
      'can be confirmed until 15 minutes are over (R33, R1, R40)',
      history(
        plain,
        ['10T13:00', complete()],
        ['10T13:00', reserve('r1', 100)],
        ['2026-03-10T13:14:59.999Z', confirm],
      ),
      { last: ['ok'], cashback: [400, 0, 0, 0] },
    ],
    [
      'and not at that instant (R33, R1)',
      history(plain, ['10T13:00', complete()], ['10T13:00', reserve('r1', 100)], ['10T13:15', confirm]),
      { last: ['reservation_expired'], cashback: [500, 0, 0, 0] },
    ],
    [
      'give the same answer to a second confirmation, and refuse to let go what is spent (R33)',
      history(
        plain,
        ['10', complete()],
        ['10', reserve('r1', 100)],
        ['10', confirm],
        ['10', confirm],
        ['10', release],
      ),
      { last: ['ok', 'ok', 'invalid_request'], cashback: [400, 0, 0, 0] },
    ],
    [
      'give the same answer to a second release, and confirm no more (R33)',
      history(
        plain,
        ['10', complete()],
        ['10', reserve('r1', 100)],
        ['10', release],
        ['10', release],
        ['10', confirm],
      ),
      { last: ['ok', 'ok', 'reservation_expired'], cashback: [500, 0, 0, 0] },
    ],
    [
      'can be rolled back through 8 June, 90 days after 10 March (R33)',
      history(plain, ['10', complete()], ['10', spend('r1', 100)], ['2026-06-09T02:59:59.999Z', rollback]),
      { last: ['ok'], cashback: [500, 0, 0, 0] },
    ],
    [
      'and not on 9 June (R33)',
      history(plain, ['10', complete()], ['10', spend('r1', 100)], ['2026-06-09T03:00:00Z', rollback]),
      { last: ['rollback_window_closed'], cashback: [400, 0, 0, 0] },
    ],
    [
      'are rolled back once (R33)',
      history(plain, ['10', complete()], ['10', spend('r1', 100)], ['11', rollback], ['11', rollback]),
      { last: ['ok', 'already_rolled_back'] },
    ],
    [
      'that nobody made are not found (R33)',
      history(plain, ['10', complete()], ['10', confirm], ['10', release], ['10', rollback]),
      { last: ['redemption_not_found', 'redemption_not_found', 'redemption_not_found'] },
    ],
    [
      'rolled back after the end are usable for 7 more days, through 27 March (R34)',
      history(expiring('P1D'), ['10', complete()], ['11', spend('r1', 100)], ['20', rollback]),
      { cashback: [100, 0, 0, 0], ends: ['2026-03-27 100'] },
    ],
    [
      'rolled back long before the end keep it (R34)',
      history(expiring('P30D'), ['10', complete()], ['11', spend('r1', 100)], ['12', rollback]),
      { ends: ['2026-04-09 500'] },
    ],
    [
      'rolled back shortly before the end push it on: 19 March for all of the lot (R34)',
      history(expiring('P3D'), ['10', complete()], ['11', spend('r1', 100)], ['12', rollback]),
      { ends: ['2026-03-19 500'] },
    ],
    [
      'let go unused before the end do not push it (R34)',
      history(expiring('P3D'), ['10', complete()], ['11', reserve('r1', 100)], ['11', release]),
      { ends: ['2026-03-13 500'] },
    ],
    [
      'of a manual credit work at once, by the validity of the program (R35)',
      history(expiring('P10D'), ['10', complete({ totalCents: 0 })], ['10', adjust(300)]),
      { cashback: [300, 0, 0, 0], ends: ['2026-03-20 300'] },
    ],
    [
      'are not what a manual credit pays first: debt is (R35, R29)',
      history(
        plain,
        ['10', complete()],
        ['10', spend('r1', 500)],
        ['10', { do: 'cancel', saleId: 's1' }],
        ['10', adjust(600)],
      ),
      { cashback: [100, 0, 0, 0] },
    ],
    [
      'are no way below zero for a manual debit, and zero is refused (R35)',
      history(plain, ['10', complete()], ['10', adjust(-501)], ['10', adjust(0)], ['10', adjust(-500)]),
      { last: ['insufficient_balance', 'invalid_request', 'ok'], cashback: [0, 0, 0, 0] },
    ],
  ]);
});
