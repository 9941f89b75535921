import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpf } from 'cpf-cnpj-validator';
import { aProgram } from './builders';
import { aCounterSale, sold } from './counter';
import type { UseJson } from './counter';
import { openHouse } from './house';
import type { House } from './house';
import { verifyLedger } from './shop';
import { until } from './until';

const PAID = { saleTotalCents: 5_000, saleRef: 'V-9' };

/** Cashback and a voucher of each sale, which is reserved for so long. */
const program = (reservation: string): ReturnType<typeof aProgram> =>
  aProgram({
    earning: {
      rules: [
        { id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } },
        { id: 'vale', grant: { type: 'voucher', template: 'vale' } },
      ],
    },
    messages: {},
    vouchers: { vale: { discount: { type: 'amount', cents: 500 }, validity: 'P60D' } },
    redemption: { reservation },
  });

let house: House;
beforeAll(async () => {
  house = await openHouse({ program: program('PT15M') });
});
afterAll(() => house.close());

/** Its till names somebody else by now. */
async function becomesAnothers(posted: Record<string, unknown>, former: string | null): Promise<void> {
  const customer = { name: 'Outra Pessoa', document: cpf.generate() };
  await sold(
    house.tenant,
    { ...posted, customer },
    ({ customerId, status, earnedCents }) =>
      customerId !== former && status === 'active' && earnedCents === 500,
  );
}

describe('a voucher that was reserved before its sale became somebody else’s (R26, R27)', () => {
  it('can be used and undone, and changes nothing of what the sale’s customer has by now', async () => {
    const { tenant } = house;
    const { api, merchantId } = tenant;
    const posted = aCounterSale('um');
    const { id, customerId: former, benefit } = await sold(tenant, posted);
    const { code } = benefit.vouchers[0]!;
    const act = (move: string, body: object): ReturnType<typeof api.post<UseJson>> =>
      api.post<UseJson>(`/v1/vouchers/${code}/${move}`, body, randomUUID());
    (await act('reserve', PAID)).expect(201);

    await becomesAnothers(posted, former);
    const kept = async () => {
      const { status, earnedCents, earnedVouchers, activatesAt, expiresAt, nextAt } =
        (await house.store.sales.get(merchantId, id))!.benefit;
      return { status, earnedCents, earnedVouchers, activatesAt, expiresAt, nextAt };
    };
    // Read already, it may still have to be settled, which is due at once.
    const before = await until('its sale to rest', async () => {
      const now = await kept();
      return (now.nextAt ?? 0) > Date.now() + 60_000 && now;
    });
    expect(before).toMatchObject({ status: 'active', earnedCents: 500, earnedVouchers: 1 });

    for (const [move, body, state] of [
      ['redeem', PAID, 'confirmed'],
      ['rollback', {}, 'rolled_back'],
    ] as const) {
      expect((await act(move, body)).expect(200).body).toMatchObject({ state });
      expect([move, await kept()]).toEqual([move, before]);
    }
    await verifyLedger(tenant);
  });

  it('is let go by a sweep where nobody uses it, as no run looks after it any more (R44)', async () => {
    const { client, config, store, tenant } = house;
    const { api, merchantId } = tenant;
    (await api.put('/v1/program', program('PT20S'))).expect(200);
    const posted = aCounterSale('um');
    const { customerId: former, benefit } = await sold(tenant, posted);
    const { code } = benefit.vouchers[0]!;
    const reserve = `/v1/vouchers/${code}/reserve`;
    const { id } = (await api.post<UseJson>(reserve, PAID, randomUUID())).expect(201).body;
    await becomesAnothers(posted, former);
    await until('the reservation to be let go by a sweep', async () => {
      const start = { workflowId: `lost-runs/${randomUUID()}`, taskQueue: config.taskQueue };
      await client.workflow.execute('lostRuns', { ...start, args: [{ lateMs: 0 }] });
      return (await store.redemptions.get(merchantId, id))?.state === 'expired';
    });
    const lot = await store.wallets.voucher(merchantId, { code });
    expect(lot!.buckets).toMatchObject({ active: 0, reserved: 0, reversed: 1 });
    await verifyLedger(tenant);
  });
});
