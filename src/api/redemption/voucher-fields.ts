import { z } from 'zod';
import { VOUCHER_STATES } from '../../loyalty';
import { localDate } from '../http';

/** What is shown of a voucher wherever one is (R38). */
export const voucherFields = {
  code: z.string(),
  template: z.string(),
  state: z.enum(VOUCHER_STATES),
  usesLeft: z.int().meta({ description: 'What is reserved has not been used yet' }),
  expiresOn: localDate.nullable().meta({ description: 'Last date of use; null: never' }),
};
