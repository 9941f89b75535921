import { activityInfo } from '@temporalio/activity';
import type { ToldUse, UnwokenUse } from '../../store';
import { currentInstant, noteProgress } from '../runtime';
import type { ActivityDeps } from '../runtime';

/** Has sales look at their benefit again, because value of theirs moved elsewhere. `causeId` says what moved. */
type WakeSales = (merchantId: string, saleIds: string[], causeId: string) => Promise<void>;

export function createWakeSales({ store, runs }: Pick<ActivityDeps, 'store' | 'runs'>): WakeSales {
  return async (merchantId, saleIds, causeId) => {
    for (const saleId of saleIds) {
      const sale = await store.sales.get(merchantId, saleId);
      if (sale) await runs.benefitMoved(sale, causeId);
    }
  };
}

/** How far the step is. */
interface Progress {
  woken: number;
  /** The uses that the sales are told of, as they were; absent: an attempt of an older version. */
  uses?: ToldUse[];
}

/**
 * The same as a step of its own: one use of balance may concern the sales of thousands of lots. Another attempt goes on after the
 * last sale that the one before has woken; a cancellation of the run that asked for it leaves none of them asleep. Once all were
 * told, nothing is left for the sweep.
 */
export function createWakeSalesStep(deps: ActivityDeps): WakeSales {
  const { store } = deps;
  const wake = createWakeSales(deps);
  return async (merchantId, saleIds, causeId) => {
    const before = activityInfo().heartbeatDetails as Progress | undefined;
    const uses = before ? (before.uses ?? []) : await toldUses(deps, merchantId, saleIds, causeId);
    for (let woken = before?.woken ?? 0; woken < saleIds.length; woken += 1) {
      noteProgress({ woken, uses } satisfies Progress);
      await wake(merchantId, saleIds.slice(woken, woken + 1), causeId);
    }
    await store.redemptions.woken(merchantId, uses);
  };
}

/** The uses of which nobody else has to be told. A use that has told for itself names the sales of the lots that it has used up. */
async function toldUses(
  { store: { redemptions } }: ActivityDeps,
  merchantId: string,
  saleIds: readonly string[],
  causeId: string,
): Promise<ToldUse[]> {
  const told = new Set([...saleIds, causeId]);
  const uses: ToldUse[] = [];
  for (const { use, formerly } of await redemptions.unwokenBy(merchantId, causeId, saleIds)) {
    const drawnOn = use.id === causeId ? [] : await redemptions.drawnOn(merchantId, use);
    const { id, state, saleId } = use;
    if ([...drawnOn, ...formerly].every((one) => told.has(one))) uses.push({ id, state, saleId });
  }
  return uses;
}

/** Has every sale that a moved use concerns look again, where whoever moved it did not come to it. */
export async function wakeConcerned(
  deps: Pick<ActivityDeps, 'store' | 'runs'>,
  merchantId: string,
  { use, formerly }: UnwokenUse,
): Promise<void> {
  const { redemptions } = deps.store;
  const named = await redemptions.name(merchantId, use, currentInstant());
  const drawnOn = await redemptions.drawnOn(merchantId, use);
  const saleIds = new Set([...drawnOn, ...formerly, ...(named === null ? [] : [named])]);
  await createWakeSales(deps)(merchantId, [...saleIds], use.id);
  await redemptions.woken(merchantId, [use]);
}
