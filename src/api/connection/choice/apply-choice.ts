import { reconciliationIdOf } from '../../../ids';
import type { Instant } from '../../../loyalty';
import type { StoreConnection } from '../../../store';
import type { AppDeps } from '../../http';
import { Problem } from '../../http/problem';
import { sinceConnected } from '../compared-period';

/**
 * Makes `change`, and has every order since the store was connected compared with its sale by what its situation means from then on:
 * those that stand otherwise are read again, as after a webhook. The comparison is noted before anything is changed, so that no crash
 * leaves a choice that is applied to nothing; one that is cut short is made again by the connection's own run.
 * @param callId of the call, by which the comparison is named
 * @returns what `change` does
 * @throws Problem `reconciliation_running` where another comparison that a person wanted goes on: it would look at some orders by the former
 *   choice; `connection_paused` or `connection_disconnected` where no order may be looked at
 */
export async function applyChoice<T>(
  { store, runs, log }: Pick<AppDeps, 'store' | 'runs' | 'log'>,
  { id: connectionId, merchantId, createdAt, held }: StoreConnection,
  { callId, now }: { callId: string; now: Instant },
  change: () => Promise<T>,
): Promise<T> {
  if (held) throw new Problem(`connection_${held.as}`);
  const reconciliationId = reconciliationIdOf(merchantId, connectionId, `situations/${callId}`);
  const period = sinceConnected(createdAt.getTime(), now);
  const fresh = { id: reconciliationId, merchantId, connectionId, trigger: 'situations' as const, ...period };
  if ((await store.reconciliations.open(fresh, new Date(now))) === 'busy')
    throw new Problem('reconciliation_running');
  const changed = await change();
  await runs.reconcile({ merchantId, connectionId, reconciliationId }).catch((cause: unknown) =>
    // The sweep for lost runs begins it.
    log.warn({ connectionId, reason: (cause as Error).name }, 'the comparison of a choice was not begun yet'),
  );
  return changed;
}
