import type { Sale } from '../../loyalty';
import type { SaleOfRun } from '../../runs';
import type { MovedSales } from '../../store';

/** A sale, and what became of its benefit. */
type SaleWithStatus = SaleOfRun & { benefit: { status: Sale['benefit']['status'] } };

/** Where the sales are found, how their runs are reached, and where it is noted that all were woken. */
export interface SalesToWake {
  sales: { get(merchantId: string, id: string): Promise<SaleWithStatus | null> };
  merges: {
    moved(merchantId: string, id: string, page: { skip: number; limit: number }): Promise<string[]>;
    woken(moved: MovedSales): Promise<void>;
  };
  runs: { benefitMoved(sale: SaleOfRun, causeId: string): Promise<void> };
}

/** How many sales a merge has moved were looked at by now, from the first; `done`: there are no more. */
export interface Waking {
  looked: number;
  done: boolean;
}

/** The states in which a sale's run waits for something and shows it; others have nothing to show. */
const LIVE: readonly Sale['benefit']['status'][] = ['pending', 'active'];

/** Sales woken by one step: some seconds. */
const PAGE = 100;

/**
 * Lets some of the live sales that changed hands look again, so that their runs show whose they are. The merge is noted as done
 * only when all its sales were woken, so that whoever asks next begins anew with what broke off.
 */
export async function wakeMovedSales(
  { sales, merges, runs }: SalesToWake,
  moved: MovedSales,
  skip: number,
): Promise<Waking> {
  const { merchantId, id } = moved;
  const saleIds = await merges.moved(merchantId, id, { skip, limit: PAGE });
  for (const saleId of saleIds) {
    const sale = await sales.get(merchantId, saleId);
    if (sale && LIVE.includes(sale.benefit.status)) await runs.benefitMoved(sale, id);
  }
  const done = saleIds.length < PAGE;
  if (done) await merges.woken(moved);
  return { looked: skip + saleIds.length, done };
}
