import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aProgram } from './builders';
import { aCounterSale, sold } from './counter';
import type { CounterSale } from './counter';
import { openHouse } from './house';
import type { House } from './house';

interface Row {
  id: string;
  action: string;
  outcome: string;
  type: string;
  customer: { id: string } | null;
  refusal: { code: string; detail: string } | null;
  redemption: { id: string; state: string; undoableUntil: string | null; voucherCode: string | null } | null;
}

interface Page {
  data: Row[];
  next: string | null;
}

let house: House;
let sale: CounterSale;
beforeAll(async () => {
  const rules = [
    { id: 'cashback-5', grant: { type: 'cashback' as const, rateBps: 500 } },
    { id: 'volta', grant: { type: 'voucher' as const, template: 'volta' } },
  ];
  const vouchers = { volta: { discount: { type: 'amount' as const, cents: 2_000 }, uses: 1 } };
  house = await openHouse({ program: aProgram({ earning: { combine: 'stack', rules }, vouchers }) });
  sale = await sold(house.tenant, aCounterSale('centro'));
});
afterAll(() => house.close());

const page = async (query = ''): Promise<Page> =>
  (await house.tenant.api.get<Page>(`/v1/attempts${query}`)).expect(200).body;

const use = (amountCents: number, more: object = {}) =>
  house.tenant.api.post<{ id: string }>('/v1/redemptions', {
    ...{ customerId: sale.customerId, type: 'cashback', amountCents, saleTotalCents: 10_000 },
    ...{ operator: 'caixa 1', storeId: 'centro', confirm: true, ...more },
  });

describe('what was tried at the counters', () => {
  it('is done, refused and undone, newest first, each with what can still be undone', async () => {
    const { api } = house.tenant;
    const { id } = (await use(200)).expect(201).body;
    (await use(9_000)).expect(422);
    const [code] = sale.benefit.vouchers.map((voucher) => voucher.code);
    const body = { saleTotalCents: 5_000, operator: 'caixa 2', storeId: 'norte' };
    (await api.post(`/v1/vouchers/${code}/redeem`, body)).expect(200);
    (await api.post(`/v1/vouchers/${code}/redeem`, body)).expect(409);
    const before = (await page()).data;
    expect(before.map(({ action, outcome, type }) => [action, outcome, type])).toEqual([
      ['use', 'refused', 'voucher'],
      ['use', 'done', 'voucher'],
      ['use', 'refused', 'cashback'],
      ['use', 'done', 'cashback'],
    ]);
    expect(before.every(({ customer }) => customer?.id === sale.customerId)).toBe(true);
    expect(before[0]!.refusal).toMatchObject({ code: 'voucher_already_redeemed' });
    expect(before[2]!.refusal?.detail).toContain('saldo disponível');
    expect(before[3]!.redemption).toMatchObject({ id, state: 'confirmed' });
    expect(Date.parse(before[3]!.redemption!.undoableUntil!)).toBeGreaterThan(Date.now());

    (await api.post(`/v1/redemptions/${id}/rollback`, { operator: 'caixa 1', storeId: 'centro' })).expect(
      200,
    );
    const { voucherCode } = before[1]!.redemption!;
    (await api.post(`/v1/vouchers/${voucherCode}/rollback`, { storeId: 'norte' })).expect(200);
    const after = (await page()).data;
    expect(after.map(({ action, outcome }) => [action, outcome]).slice(0, 2)).toEqual([
      ['rollback', 'done'],
      ['rollback', 'done'],
    ]);
    expect(after.filter(({ outcome }) => outcome === 'done').map(({ redemption }) => redemption)).toEqual(
      Array.from({ length: 4 }, () =>
        expect.objectContaining({ state: 'rolled_back', undoableUntil: null, voucherCode: null }),
      ),
    );
  });

  it('is read page by page, and by store, without a gap or a double', async () => {
    const all = (await page()).data.map(({ id }) => id);
    const paged: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const one = await page(`?limit=2${next ? `&before=${next}` : ''}`);
      paged.push(...one.data.map(({ id }) => id));
      next = one.next;
    }
    expect(paged).toEqual(all);
    const stores = await Promise.all(['centro', 'norte'].map((store) => page(`?storeId=${store}`)));
    expect(stores.map(({ data }) => data.length)).toEqual([3, 3]);
    expect((await page('?storeId=centro&everywhere=true')).data.map(({ id }) => id)).toEqual(all);
    expect((await page('?day=2020-01-01')).data).toEqual([]);
  });
});
