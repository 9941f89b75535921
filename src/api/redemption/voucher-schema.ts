import { z } from 'zod';
import { cents, inputText, localDate, positiveCents, queryCents } from '../http';
import { redemptionExample, redemptionFields } from './redemption-schema';
import { voucherFields } from './voucher-fields';

const who = {
  operator: inputText(100).optional(),
  storeId: inputText(100).optional(),
  customerId: inputText(64).optional().meta({
    description:
      'Whose voucher it is. With it a valid code is accepted also while wrong codes have locked the caller',
  }),
};

const saleRef = inputText(100)
  .optional()
  .meta({ description: 'Id, external id or number of the sale it is used for' });

/** For which sale a voucher is looked at. */
export const voucherLookSchema = z.strictObject({
  saleTotalCents: queryCents
    .optional()
    .meta({ description: 'Left out: looked at as if the sale were large enough' }),
  ...who,
});

/** What staff ask for when a voucher is to be reserved or used. */
export const voucherUseRequestSchema = z.strictObject({ saleTotalCents: positiveCents, saleRef, ...who });

/** What staff say when a reservation is let go or a use undone. */
export const voucherGiveBackSchema = z.strictObject({
  saleTotalCents: positiveCents.optional().meta({ description: 'Not needed here' }),
  saleRef,
  ...who,
  redemptionId: inputText(64).optional().meta({
    description:
      'The very use that is meant: `id` of its answer. It counts before `saleRef`. Left out: the latest',
  }),
});

/** What a voucher takes off a sale. */
export const discountSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('amount'), cents }).meta({ id: 'AmountDiscount' }),
  z
    .strictObject({ type: z.literal('percent'), bps: z.int(), maxCents: cents.optional() })
    .meta({ id: 'PercentDiscount' }),
]);

/** A voucher as the clock has it, and whether it can be used for the sale asked about. */
export const voucherSchema = z
  .strictObject({
    ...voucherFields,
    usable: z.boolean(),
    refusal: z
      .strictObject({ code: z.string(), detail: z.string().meta({ description: 'pt-BR' }) })
      .nullable()
      .meta({ description: 'Why it cannot be used, with the code a use would be refused with' }),
    discount: discountSchema,
    minSaleCents: cents,
    stores: z.array(z.string()).nullable().meta({ description: 'As the program names them; null: all' }),
    storeNames: z.array(z.string()).nullable().meta({
      description:
        'What these stores are called; one that was never entered, as the program names it; null: all',
    }),
    uses: z.int(),
    activatesOn: localDate,
    customerId: z.string(),
    saleId: z.string().nullable(),
    discountCents: cents.nullable().meta({ description: 'Off the sale asked about; null: none was' }),
    unusedCents: cents
      .nullable()
      .meta({ description: 'What an amount voucher leaves unused on that sale: it is lost' }),
  })
  .meta({ id: 'Voucher' });

/** One use of a voucher as it stands. */
export const voucherUseSchema = z
  .strictObject({
    ...redemptionFields,
    type: z.literal('voucher'),
    code: z.string(),
    discountCents: cents,
    unusedCents: cents.meta({ description: 'What an amount voucher leaves unused on this sale: it is lost' }),
    usesLeft: z.int(),
  })
  .meta({ id: 'VoucherUse' });

/** One voucher, for examples. */
export const voucherExample = {
  code: 'K7QM-3XRT-9WHP',
  template: 'volta-20',
  state: 'active' as const,
  usesLeft: 1,
  expiresOn: '2027-01-15',
  usable: true,
  refusal: null,
  discount: { type: 'amount' as const, cents: 2000 },
  minSaleCents: 10_000,
  stores: null,
  storeNames: null,
  uses: 1,
  activatesOn: '2026-11-16',
  customerId: 'cus_7h2k9m4q8r5t6v3w1x0y',
  saleId: 'sal_7h2k9m4q8r5t6v3w1x0y',
  discountCents: 2000,
  unusedCents: 0,
};

const { amountCents: _amount, type: _type, ...aUse } = redemptionExample;

/** One use, for examples. */
export const voucherUseExample = {
  ...aUse,
  type: 'voucher' as const,
  code: 'K7QM-3XRT-9WHP',
  discountCents: 2000,
  unusedCents: 0,
  usesLeft: 1,
};
