import type { ProgramInput } from '../../src/loyalty';

/** A program that pays at once: cashback of 5 %, and a voucher for every larger purchase. */
export const CLUB: ProgramInput = {
  name: 'Clube da Loja',
  earning: {
    combine: 'stack',
    rules: [
      { id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } },
      { id: 'volta', grant: { type: 'voucher', template: 'volta-20' }, when: { minSaleCents: 20_000 } },
    ],
  },
  vouchers: { 'volta-20': { discount: { type: 'amount', cents: 2_000 }, validity: 'P60D' } },
  redemption: { rollbackWindow: 'P7D' },
  holding: { after: 'PT0S' },
  expiry: { after: 'P90D' },
};
