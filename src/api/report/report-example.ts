import type { z } from 'zod';
import type { ActivitySums } from '../../store';
import type { activitySchema, liabilitySchema, returningSchema } from './report-schema';
import { activityView, liabilityView, namingBy, returningRowsView, returningView } from './report-view';

const asOf = '2026-11-03T12:00:00.000Z';
const period = { from: '2025-11-04', until: '2026-11-03', timezone: 'America/Sao_Paulo' };

const naming = namingBy([]);
const none = { storeId: null, channel: null } as const;

/** What is owed, for examples. */
export const liabilityExample: z.output<typeof liabilitySchema> = {
  asOf,
  timezone: period.timezone,
  ...liabilityView(
    [
      {
        ...none,
        month: '2027-01',
        type: 'cashback',
        active: 95_000,
        pending: 12_000,
        reserved: 0,
        faceCents: 0,
      },
      { ...none, month: null, type: 'voucher', active: 3, pending: 0, reserved: 0, faceCents: 6_000 },
    ],
    naming,
  ),
  debt: { cents: 0, points: 0 },
};

const moved = { month: '2026-10', benefit: 'cashback', ...none } as const;
const sums: ActivitySums = {
  moved: [
    { ...moved, type: 'EARN_PENDING', from: 'issued', to: 'pending', amount: 95_000 },
    { ...moved, type: 'SPEND', from: 'reserved', to: 'spent', amount: 21_000 },
  ],
  debts: [],
};

/** A period, for examples. */
export const activityExample: z.output<typeof activitySchema> = {
  asOf,
  ...period,
  ...activityView(sums, naming),
};

const bought = {
  ...{ customers: 120, repeatCustomers: 42, purchases: 214 },
  ...{ totalCents: 2_140_000, repeatTotalCents: 1_310_000 },
};

/** Who came back, for examples. */
export const returningExample: z.output<typeof returningSchema> = {
  asOf,
  ...period,
  ...returningView(bought, sums.moved),
  rows: returningRowsView([{ ...bought, storeId: null, channel: 'bling' }], [], naming),
};
