import type { Store } from '../../store';

/** The zone of a merchant who has published no program yet. */
export const DEFAULT_ZONE = 'America/Sao_Paulo';

/** The zone of the merchant's current program. */
export async function merchantZone(store: Pick<Store, 'programs'>, merchantId: string): Promise<string> {
  return (await store.programs.current(merchantId))?.program.timezone ?? DEFAULT_ZONE;
}
