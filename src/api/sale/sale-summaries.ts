import type { z } from 'zod';
import { hasTurned, statusAt } from '../../loyalty';
import type { Instant, Sale } from '../../loyalty';
import type { AppDeps } from '../http';
import type { saleSummarySchema } from './sale-schema';
import { saleSummaryView } from './sale-view';

/** Sales of a list, with their customers' names and their status as the clock has it: few have turned and not been written down yet. */
export async function saleSummaries(
  { store }: Pick<AppDeps, 'store'>,
  merchantId: string,
  sales: readonly Sale[],
  now: Instant,
): Promise<z.output<typeof saleSummarySchema>[]> {
  const owners = new Set(sales.flatMap(({ owner }) => owner.customerId ?? []));
  const customers = await store.customers.some(merchantId, [...owners]);
  const summary = async (sale: Sale): Promise<z.output<typeof saleSummarySchema>> => {
    const { customerId } = sale.owner;
    const name = customers.get(customerId ?? '')?.name ?? null;
    if (customerId === null || !hasTurned(sale, now)) return saleSummaryView(sale, name);
    const wallet = await store.wallets.read(merchantId, customerId, { saleId: sale.id });
    return saleSummaryView(sale, name, statusAt(sale, wallet, now));
  };
  return Promise.all(sales.map(summary));
}
