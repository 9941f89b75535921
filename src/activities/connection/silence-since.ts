import type { StoreConnection } from '../../store';
import type { ActivityDeps } from '../runtime';

/** Newest alerts that are looked at: one of a silence since then is among them. */
const ALERTS = 100;

/**
 * Whether Bling had not answered since then, as the merchant was told: what events told of was not read meanwhile.
 * @returns null: it had; else whether that is over
 */
export async function silenceSince(
  alerts: Pick<ActivityDeps['store']['alerts'], 'list'>,
  { id, merchantId }: StoreConnection,
  since: Date,
): Promise<'lasts' | 'over' | null> {
  const newest = await alerts.list(merchantId, { state: 'all', limit: ALERTS });
  const silences = newest.filter(
    ({ kind, subject, resolvedAt }) =>
      kind === 'bling_silent' && subject === id && (resolvedAt === null || resolvedAt > since),
  );
  if (silences.length === 0) return null;
  return silences.some(({ resolvedAt }) => resolvedAt === null) ? 'lasts' : 'over';
}
