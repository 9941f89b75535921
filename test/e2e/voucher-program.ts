import type { ProgramInput } from '../../src/loyalty';
import { aProgram } from './builders';

const amount = { type: 'amount' as const, cents: 2_000 };

/** Each store gives another voucher. */
export function voucherProgram(): ProgramInput {
  const given = (id: string): ProgramInput['earning']['rules'][number] => ({
    id,
    grant: { type: 'voucher', template: id },
    when: { stores: [id] },
  });
  return aProgram({
    earning: {
      rules: [given('um'), given('tres'), given('curto')],
    },
    redemption: { reservation: 'PT10M' },
    messages: {},
    vouchers: {
      um: { discount: amount, minSaleCents: 1_000, validity: 'P60D' },
      tres: { discount: { type: 'percent', bps: 1_000 }, validity: 'P60D', uses: 3 },
      curto: { discount: amount, validity: 'PT6S' },
    },
  });
}
