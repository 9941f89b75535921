import { describe, expect, it } from '@jest/globals';
import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import { createTemporalGateway } from '../../src/api';
import { Crowd } from '../../src/api/crowd';
import { aProgram } from './builders';
import { aCounterSale, sold, tally } from './counter';
import { openHouse } from './house';

describe('adhoc', () => {
  it('goes on past 2000 refused updates', async () => {
    const house = await openHouse({ program: aProgram({ messages: {}, earning: { rules: [{ id: 'um', grant: { type: 'voucher', template: 'um' } }] }, vouchers: { um: { discount: { type: 'amount', cents: 10 }, minSaleCents: 1000, validity: 'P60D', uses: 1 } } }) });
    const sale = await sold(house.tenant, aCounterSale('um'), ({ benefit }) => benefit.vouchers.some(({ state }) => state === 'active'));
    const { merchantId } = house.tenant;
    const lot = (await house.store.wallets.voucher(merchantId, { code: sale.benefit.vouchers[0]!.code }))!;
    const patient = makeGrpcRetryInterceptor({ ...defaultGrpcRetryOptions(), retryableDecider: (attempt, s) => attempt < 4 && Number(s.code) === 14 });
    const connection = await Connection.connect({ address: house.env['TEMPORAL_ADDRESS']!, interceptors: [patient] });
    const gateway = createTemporalGateway({ client: new Client({ connection }), taskQueue: house.config.taskQueue });
    const input = { merchantId, saleId: sale.id, channel: 'pos' as const, externalId: sale.externalId, connectionId: null, settleMs: 0 };
    const crowds = [new Crowd(), new Crowd(), new Crowd()];
    const outcomes: string[] = [];
    const begun = Date.now();
    let n = 0;
    await Promise.all(Array.from({ length: 9 }, async (_, w) => {
      while (n < 2100) {
        const id = `red_${n++}`;
        const came = await crowds[w % 3]!.absorb(sale.id, () => gateway.voucher('redeem', input, { lotId: lot.id, saleTotalCents: 5, saleRef: null, operator: null, storeId: null }, id)).then(() => 'ok', (e: { code?: string }) => e.code ?? String(e));
        outcomes.push(came);
        if (came !== 'below_min_sale' && outcomes.length % 50 === 0) console.log(n, came);
      }
    }));
    console.log(tally(outcomes), Date.now() - begun);
    const last = await house.tenant.api.post(`/v1/vouchers/${sale.benefit.vouchers[0]!.code}/redeem`, { saleTotalCents: 5000 });
    console.log(last.status, JSON.stringify(last.body));
    await connection.close();
    await house.close();
    expect(last.status).toBe(200);
  }, 400_000);
});
