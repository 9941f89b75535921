import { BlingApiError } from '../../bling';
import type { ConnectionInput } from '../../workflows';
import type { ActivityDeps } from '../runtime';

/** Tokens that end sooner are renewed. */
const LASTS_MS = 30 * 60_000;

/**
 * Refreshes a connection's tokens ahead of time, so that no sale waits for it and none of them lapses unused. Tokens that Bling refuses for
 * good are no failure of the step: the connection says so from then on.
 */
export function createKeepTokens({
  tokens,
  log,
}: Pick<ActivityDeps, 'tokens' | 'log'>): (input: ConnectionInput) => Promise<{ refreshed: boolean }> {
  return async ({ merchantId, connectionId }) => {
    try {
      return { refreshed: await tokens.renew(connectionId, LASTS_MS) };
    } catch (error) {
      if (!(error instanceof BlingApiError) || !error.permanent) throw error;
      log.warn(
        { merchantId, connectionId, kind: error.kind },
        'tokens were refused when they were to be renewed',
      );
      return { refreshed: false };
    }
  };
}
