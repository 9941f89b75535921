import { BlingOAuthError } from '../../bling';
import type { ConnectionInput } from '../../workflows';
import { currentInstant } from '../runtime';
import type { ActivityDeps } from '../runtime';

/**
 * Gives the access to a disconnected company back to Bling, and forgets its tokens. What Bling has taken back already, or refuses to take
 * back, is forgotten all the same.
 */
export function createRevokeAccess({
  store,
  tokens,
  log,
}: ActivityDeps): (input: ConnectionInput) => Promise<void> {
  return async ({ merchantId, connectionId }) => {
    const connection = await store.connections.get(merchantId, connectionId);
    // Somebody has authorised it anew meanwhile.
    if (connection?.held?.as !== 'disconnected') return;
    try {
      await tokens.revoke(connectionId);
    } catch (error) {
      if (!(error instanceof BlingOAuthError) || !error.permanent) throw error;
      log.warn({ merchantId, connectionId, kind: error.kind }, 'bling did not take an access back');
    }
    await store.connections.forgetTokens(merchantId, connectionId, new Date(currentInstant()));
  };
}
