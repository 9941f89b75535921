/** A voucher that is yet to be made one's own. */
export const FRESH_VOUCHER = {
  name: 'vale-1',
  template: {
    discount: { type: 'amount', cents: 2_000 },
    minSaleCents: 10_000,
    validity: 'P60D',
    uses: 1,
  },
} as const;
