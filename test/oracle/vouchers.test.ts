import { describe } from '@jest/globals';
import { complete, fivePercent, history, program, tick } from './builders';
import { checkAll } from './scenario';
import type { Deed, ProgramInput, Template } from './model/input';

const code = 's1/vale/ana';
const vouched = (more: Partial<Template> = {}, rest: Partial<ProgramInput> = {}): ProgramInput =>
  program([{ id: 'vale', grant: { type: 'voucher', template: 'volta' }, when: { maxSaleCents: 10_000 } }], {
    vouchers: { volta: { discount: { type: 'amount', cents: 2000 }, validity: 'P60D', ...more } },
    ...rest,
  });
const reserve = (saleRef?: string, saleTotalCents = 10_000): Deed => ({
  do: 'voucher.reserve',
  code,
  saleTotalCents,
  saleRef,
});
const redeem = (saleRef?: string, saleTotalCents = 10_000): Deed => ({
  do: 'voucher.redeem',
  code,
  saleTotalCents,
  saleRef,
});
const release: Deed = { do: 'voucher.release', code };
const rollback: Deed = { do: 'voucher.rollback', code };
const cancel: Deed = { do: 'cancel', saleId: 's1' };

describe('Vouchers, worked out by hand', () => {
  checkAll([
    [
      'are earned by a sale and last 60 days, through 9 May (R19, R4)',
      history(vouched(), ['10', complete()]),
      { vouchers: [`${code} active 1 2026-05-09`] },
    ],
    [
      'wait for the end of holding, and count validity from there (R19)',
      history(vouched({}, { holding: { after: 'P8D' } }), ['10', complete()], ['11', redeem()]),
      { last: ['voucher_not_active_yet'], vouchers: [`${code} pending 1 2026-05-17`] },
    ],
    [
      'are not rounded to the month like balance (R5)',
      history(vouched({}, { expiry: { after: 'P1D', roundUpTo: 'month' } }), ['10', complete()]),
      { vouchers: [`${code} active 1 2026-05-09`] },
    ],
    ['unknown are not found (R36)', history(vouched(), ['10', redeem()]), { last: ['voucher_not_found'] }],
    [
      'are held for one sale at a time, which may redeem its own (R36)',
      history(
        vouched(),
        ['10', complete()],
        ['10', reserve('s2')],
        ['10', reserve('s2')],
        ['10', redeem('s3')],
        ['10', redeem('s2')],
        ['10', redeem('s2')],
      ),
      {
        last: ['ok', 'voucher_reserved', 'voucher_reserved', 'ok', 'voucher_already_redeemed'],
        vouchers: [`${code} redeemed 0 2026-05-09`],
      },
    ],
    [
      'reserved before the end are redeemed after it by the same sale (R36)',
      history(
        vouched({ validity: 'P1D' }),
        ['10', complete()],
        ['12T02:50', reserve('s2')],
        ['12T03:01', redeem('s2')],
      ),
      { last: ['ok'], vouchers: [`${code} redeemed 0 2026-03-11`] },
    ],
    [
      'expire (R36, R4)',
      history(vouched({ validity: 'P1D' }), ['10', complete()], ['12T03:00', redeem()]),
      { last: ['voucher_expired'], vouchers: [`${code} expired 0 2026-03-11`] },
    ],
    [
      'ask for a minimum sale (R36)',
      history(
        vouched({ minSaleCents: 5000 }),
        ['10', complete()],
        ['10', redeem('s2', 4999)],
        ['10', redeem('s2', 5000)],
      ),
      { last: ['below_min_sale', 'ok'] },
    ],
    [
      'can be used as often as they say (R40)',
      history(vouched({ uses: 2 }), ['10', complete()], ['10', redeem()], ['10', redeem()], ['10', redeem()]),
      { last: ['ok', 'ok', 'voucher_already_redeemed'] },
    ],
    [
      'reserved are let go by time, after which there is nothing to release (R33)',
      history(vouched(), ['10T13:00', complete()], ['10T13:00', reserve()], ['10T13:15', release]),
      { last: ['invalid_request'], vouchers: [`${code} active 1 2026-05-09`] },
    ],
    [
      'released twice give the same answer (R33)',
      history(vouched(), ['10', complete()], ['10', reserve()], ['10', release], ['10', release]),
      { last: ['ok', 'ok'], vouchers: [`${code} active 1 2026-05-09`] },
    ],
    [
      'rolled back live again, and only once (R33)',
      history(vouched(), ['10', complete()], ['10', redeem()], ['11', rollback], ['11', rollback]),
      { last: ['ok', 'already_rolled_back'], vouchers: [`${code} active 1 2026-05-09`] },
    ],
    [
      'rolled back late have 7 days of grace, through 27 March (R34)',
      history(vouched({ validity: 'P1D' }), ['10', complete()], ['10', redeem()], ['20', rollback]),
      { vouchers: [`${code} active 1 2026-03-27`] },
    ],
    [
      'stay on a partial return and when the sale changes out of their rule (R27)',
      history(
        vouched(),
        ['10', complete()],
        ['11', { do: 'return', saleId: 's1', amountCents: 9999 }],
        ['12', complete({ totalCents: 10_001 })],
      ),
      { vouchers: [`${code} active 1 2026-05-09`] },
    ],
    [
      'are cancelled when everything is returned (R27)',
      history(
        vouched(),
        ['10', complete()],
        ['11', { do: 'return', saleId: 's1', amountCents: 10_000 }],
        ['12', redeem()],
      ),
      { last: ['voucher_cancelled'], vouchers: [`${code} cancelled 0 2026-05-09`] },
    ],
    [
      'live again with the same code and dates when the sale is completed again (R27)',
      history(vouched(), ['10', complete()], ['11', cancel], ['12', complete()]),
      { vouchers: [`${code} active 1 2026-05-09`] },
    ],
    [
      'can be undone for as long as the program of the use says, in its time zone, not that of the sale (R33)',
      history(
        vouched({}, { redemption: { rollbackWindow: 'P1D' } }),
        ['10', complete()],
        [
          '10',
          {
            do: 'publish',
            program: vouched({}, { timezone: 'UTC', redemption: { rollbackWindow: 'P1D' } }),
          },
        ],
        ['11T02:00', redeem()],
        ['12T23:59', rollback],
      ),
      { last: ['ok', 'ok'], vouchers: [`${code} active 1 2026-05-09`] },
    ],
    [
      'used before the sale was cancelled make no debt (R27)',
      history(vouched(), ['10', complete()], ['10', redeem()], ['11', cancel]),
      { cashback: [0, 0, 0, 0], vouchers: [`${code} redeemed 0 2026-05-09`] },
    ],
    [
      'reserved can still be redeemed after the sale is cancelled (R27)',
      history(vouched(), ['10', complete()], ['10', reserve('s2')], ['10', cancel], ['10', redeem('s2')]),
      { last: ['ok', 'ok'], vouchers: [`${code} redeemed 0 2026-05-09`] },
    ],
    [
      'used, and given back after the sale was cancelled and completed again without winning them, are as cancelled as unused ones (R27)',
      history(
        vouched(),
        ['10', complete()],
        ['10', redeem('s2')],
        ['11', cancel],
        ['12', complete({ totalCents: 10_001 })],
        ['13', rollback],
      ),
      { last: ['ok'], vouchers: [`${code} cancelled 0 2026-05-09`] },
    ],
    [
      'given back after the sale was completed again and won them are there',
      history(
        vouched(),
        ['10', complete()],
        ['10', redeem('s2')],
        ['11', cancel],
        ['12', complete()],
        ['13', rollback],
      ),
      { last: ['ok'], vouchers: [`${code} active 1 2026-05-09`] },
    ],
    [
      'reserved and let go after the sale is cancelled are cancelled at once (R27)',
      history(
        vouched(),
        ['10T13:00', complete()],
        ['10T13:00', reserve('s2')],
        ['10T13:01', cancel],
        ['10T13:16', tick],
      ),
      { vouchers: [`${code} cancelled 0 2026-05-09`] },
    ],
    [
      'spent on a sale count as paid with benefit: 5 % of 8,000 (R9, R37)',
      history(
        vouched(
          {},
          {
            earning: { rules: [fivePercent, { id: 'vale', grant: { type: 'voucher', template: 'volta' } }] },
          },
        ),
        ['10', complete({ id: 's0', totalCents: 0 })],
        ['10', complete()],
        ['10', redeem('s2')],
        ['10', complete({ id: 's2', customerId: 'bia' })],
      ),
      { customer: 'bia', cashback: [400, 0, 0, 0] },
    ],
    [
      'of a percentage are rounded down, then cut: 10 % of 9,999 is 999, at most 500 (R37)',
      history(
        vouched(
          { discount: { type: 'percent', bps: 1000, maxCents: 500 } },
          {
            earning: { rules: [fivePercent, { id: 'vale', grant: { type: 'voucher', template: 'volta' } }] },
          },
        ),
        ['10', complete()],
        ['10', redeem('s2', 9999)],
        ['10', complete({ id: 's2', customerId: 'bia' })],
      ),
      { customer: 'bia', cashback: [475, 0, 0, 0] },
    ],
  ]);
});
