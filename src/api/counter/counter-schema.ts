import { z } from 'zod';
import { cents, inputText } from '../http';
import { balanceFields } from '../ledger';
import { voucherExample, voucherSchema } from '../redemption';
import { READINGS } from './typed';

/** What was typed or scanned, and where. */
export const counterQuerySchema = z.strictObject({
  query: inputText(200).meta({
    description:
      'CPF or CNPJ, phone in any spelling, its last four digits, e-mail, words of a name, a voucher’s code, with or without punctuation, or what the QR of a customer’s own page says',
  }),
  operator: inputText(100).optional(),
  storeId: inputText(100).optional(),
});

const customerFields = {
  id: z.string(),
  name: z.string().nullable(),
  documentMasked: z.string().nullable().meta({ description: 'Such as ***.***.247-**' }),
  phoneLastDigits: z.string().nullable().meta({ description: 'The last four of the newest mobile' }),
  ...balanceFields,
  usableVouchers: z.int().meta({ description: 'Vouchers that can be used now' }),
};

/** Who may stand at the counter: enough to tell people apart and to see what they have, and no more. */
export const counterCustomerSchema = z.strictObject(customerFields).meta({ id: 'CounterCustomer' });

/** Within what the program in force lets balance be used at a sale. */
export const limitsSchema = z.strictObject({
  minSaleCents: cents,
  minBalanceCents: cents.meta({ description: 'Who has less uses nothing' }),
  maxShareBps: z.int().meta({ description: 'The largest part of a sale that balance pays, in basis points' }),
  pointValueCents: z.int().meta({ description: 'What one point takes off a sale' }),
});

/** What the one field of a counter found. */
export const counterSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('customers'),
      customers: z.array(counterCustomerSchema),
      more: z.boolean().meta({ description: 'true: there are others; ask for more of the name or number' }),
      limits: limitsSchema.nullable().meta({
        description: 'By the program in force; null: it was changed by hand, and nothing is used by it',
      }),
    })
    .meta({ id: 'CounterCustomers' }),
  z
    .strictObject({
      kind: z.literal('voucher'),
      voucher: voucherSchema,
      customer: z.strictObject(customerFields).nullable(),
    })
    .meta({ id: 'CounterVoucher' }),
  z
    .strictObject({
      kind: z.literal('nothing'),
      readAs: z.enum(READINGS).meta({ description: 'What the text was taken for' }),
      detail: z.string().meta({ description: 'pt-BR: what to do next' }),
    })
    .meta({ id: 'CounterNothing' }),
]);

/** One customer at the counter, for examples. */
export const counterCustomerExample = {
  id: 'cus_7h2k9m4q8r5t6v3w1x0y',
  name: 'Maria Exemplo',
  documentMasked: '***.***.247-**',
  phoneLastDigits: '4321',
  cashback: { activeCents: 950, pendingCents: 1200, reservedCents: 0, debtCents: 0 },
  points: { activePoints: 0, pendingPoints: 0, reservedPoints: 0, debtPoints: 0 },
  usableVouchers: 1,
};

/** A voucher that was scanned, for examples. */
export const counterExample: z.output<typeof counterSchema> = {
  kind: 'voucher',
  voucher: voucherExample,
  customer: counterCustomerExample,
};
