import type { ConnectionInput } from '../../workflows';
import { currentInstant } from '../runtime';
import type { ActivityDeps } from '../runtime';

/** Gives the access to a disconnected company back to Bling, and forgets its tokens; unless somebody has authorised it anew meanwhile. */
export function createRevokeAccess({
  store,
  tokens,
}: Pick<ActivityDeps, 'store' | 'tokens'>): (input: ConnectionInput) => Promise<void> {
  return async ({ merchantId, connectionId }) => {
    const isDisconnected = async (): Promise<boolean> =>
      (await store.connections.get(merchantId, connectionId))?.held?.as === 'disconnected';
    if (!(await isDisconnected())) return;
    const version = await tokens.revoke(connectionId, isDisconnected);
    if (version === null) return;
    await store.connections.forgetTokens(merchantId, connectionId, version, new Date(currentInstant()));
  };
}
