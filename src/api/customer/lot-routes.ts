import { z } from 'zod';
import { bookAt, lastUsableDate } from '../../loyalty';
import type { Instant, Lot, Wallet } from '../../loyalty';
import type { AppDeps, Route } from '../http';
import { endpoint, instant, iso, localDate } from '../http';
import { Problem } from '../http/problem';

/** One grant, and where what is left of it lies. */
export const lotSchema = z
  .strictObject({
    id: z.string(),
    type: z
      .enum(['cashback', 'points'])
      .meta({ description: 'Amounts are in cents for `cashback`, in points for `points`' }),
    saleId: z.string().nullable().meta({ description: 'The sale that earned it; null: credited by hand' }),
    ruleId: z.string().nullable(),
    programVersion: z.int().nullable(),
    createdAt: instant,
    activatesAt: instant,
    expiresOn: localDate.nullable().meta({ description: 'Last date of use; null: never' }),
    granted: z.int(),
    active: z.int(),
    pending: z.int(),
    reserved: z.int(),
  })
  .meta({ id: 'Lot' });

type LotView = z.output<typeof lotSchema>;

/** One, for examples. */
export const lotExample: LotView = {
  id: 'lot_7h2k9m4q8r5t6v3w1x0y',
  type: 'cashback',
  saleId: 'sal_7h2k9m4q8r5t6v3w1x0y',
  ruleId: 'cashback-5',
  programVersion: 1,
  createdAt: '2026-11-03T12:05:00.000Z',
  activatesAt: '2026-11-03T12:05:00.000Z',
  expiresOn: '2027-02-01',
  ...{ granted: 950, active: 950, pending: 0, reserved: 0 },
};

/** What a customer's balances are made of. */
export function lotRoutes(deps: AppDeps): Route[] {
  return [
    endpoint(deps, {
      method: 'get',
      path: '/v1/customers/{id}/lots',
      permission: 'customer.look',
      tag: 'Customers',
      summary: 'The grants that make up the customer’s balances, by their last day of use',
      description:
        'Those of which something is left: their sums are the active, pending and reserved amounts of the wallet.',
      reply: {
        description: 'As the clock has them',
        schema: z.strictObject({ data: z.array(lotSchema) }),
        example: { data: [lotExample] },
      },
      refusals: ['customer_not_found'],
      async answer({ merchantId, id, now }) {
        const wallet = await deps.store.wallets.read(merchantId, id);
        if (!wallet) throw new Problem('customer_not_found');
        return { data: openLots(wallet, now) };
      },
    }),
  ];
}

/** Those of which something is left, by their last day of use; those of one day by their ids. */
export function openLots(wallet: Wallet, now: Instant): LotView[] {
  return bookAt(wallet, now)
    .wallet.lots.flatMap((lot) => lotView(lot) ?? [])
    .sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** In the order of the days, what never ends after every day. */
function place({ expiresOn, id }: LotView): string {
  return `${expiresOn ?? '9'}/${id}`;
}

/** Null: it is a voucher, or nothing is left of it. */
function lotView(lot: Lot): LotView | null {
  const { id, type, saleId, ruleId, programVersion, createdAt, activatesAt, expiresAt, zone, amount } = lot;
  const { active, pending, reserved } = lot.buckets;
  if (type === 'voucher' || active + pending + reserved === 0) return null;
  return {
    ...{ id, type, saleId, ruleId, programVersion },
    createdAt: iso(createdAt),
    activatesAt: iso(activatesAt),
    expiresOn: expiresAt === null ? null : lastUsableDate(expiresAt, zone),
    ...{ granted: amount, active, pending, reserved },
  };
}
