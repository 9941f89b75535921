import type { Sale } from '../../src/loyalty';
import type { House, Tenant } from './house';
import { walletOf } from './shop';
import { until } from './until';

/** What a comparison has found. */
export interface ReportJson {
  state: string;
  missing: number;
  differing: number;
  deleted: number;
  repaired: number;
  found: { orderId: string; why: string; text: string }[];
}

/** A store whose NFC-e are counted or not, and what becomes of its sales. */
export interface CountedInvoices {
  /** Has NFC-e be sales from now on, or no more. */
  count(consumerInvoices: boolean): Promise<void>;
  stored(externalId: string): Promise<Sale | null>;
  become(externalId: string, status: Sale['benefit']['status']): Promise<Sale>;
  /** What a customer can spend, in cents. */
  balance(customerId: string | null): Promise<number>;
  /** Has the last hour compared with Bling. */
  compared(): Promise<ReportJson>;
}

/** What the sale of an NFC-e is called. */
export const key = (invoiceId: number): string => `nfce-${invoiceId}`;

/** @param tenant asked each time: its house is not open yet when the tests are written down */
export function countedInvoices(house: () => House, tenant: () => Tenant): CountedInvoices {
  const stored = (externalId: string): Promise<Sale | null> =>
    house().store.sales.find({ merchantId: tenant().merchantId, channel: 'bling', externalId });
  return {
    stored,
    async count(consumerInvoices) {
      const { api, connectionId } = tenant();
      (await api.patch(`/v1/connections/${connectionId}`, { consumerInvoices })).expect(200);
    },
    become: (externalId, status) =>
      until(`${externalId} to be ${status}`, async () => {
        const sale = await stored(externalId);
        return sale?.benefit.status === status ? sale : null;
      }),
    balance: async (customerId) => (await walletOf(tenant().api, customerId!)).cashback.activeCents,
    async compared() {
      const { api, connectionId } = tenant();
      const from = new Date(Date.now() - 3_600_000).toISOString();
      const path = `/v1/connections/${connectionId}/reconciliations`;
      const { id } = (await api.post<{ id: string }>(path, { from })).expect(201).body;
      return until('the comparison to end', async () => {
        const { body } = (await api.get<ReportJson>(`/v1/reconciliations/${id}`)).expect(200);
        return body.state !== 'running' && body;
      });
    },
  };
}
