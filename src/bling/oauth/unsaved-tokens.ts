import { AsyncResource } from 'node:async_hooks';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { KeptTokens, TokenLog, TokenVault } from './token-vault';

/** A vault that is away is asked again after this. */
const AGAIN_MS = 500;
/** And no longer than this: the tokens that it still has are no longer good, and the merchant will have to authorise anew. */
const KEPT_TRYING_MS = 5 * 60_000;

/** Tokens that Bling has handed out and the vault has not taken yet. Bling has replaced the refresh token: nobody else has a good one. */
export interface UnsavedTokens {
  /** Those of a connection that are on their way into the vault. */
  of(connectionId: string): KeptTokens | undefined;
  /**
   * Puts them in place of those of the version before, also long after a claim has run out: the version still fits until somebody
   * has authorised anew. Answers once the vault has: false, the tokens were replaced meanwhile. One that is away is asked again
   * beside, and the tokens are good until then.
   */
  save(connectionId: string, tokens: KeptTokens): Promise<boolean>;
  /** When nothing is being saved any more. */
  settled(): Promise<void>;
}

/** The ones of one process. */
export function createUnsavedTokens(vault: () => TokenVault, log: TokenLog): UnsavedTokens {
  const unsaved = new Map<string, KeptTokens>();
  const underWay = new Set<Promise<void>>();

  function forget(connectionId: string, tokens: KeptTokens): void {
    if (unsaved.get(connectionId) === tokens) unsaved.delete(connectionId);
  }

  async function put(connectionId: string, tokens: KeptTokens): Promise<boolean> {
    const { version, ...rest } = tokens;
    const kept = await vault().saveTokens(connectionId, version - 1, rest);
    forget(connectionId, tokens);
    return kept;
  }

  async function keepTrying(connectionId: string, tokens: KeptTokens): Promise<void> {
    const end = performance.now() + KEPT_TRYING_MS;
    while (performance.now() < end) {
      await delay(AGAIN_MS);
      const ended = await put(connectionId, tokens).then(
        () => true,
        () => false,
      );
      if (!ended) continue;
      log.info({ connectionId }, 'bling tokens saved after all');
      return;
    }
    forget(connectionId, tokens);
    log.error({ connectionId }, 'bling tokens were lost: the merchant may have to connect the store again');
  }

  /** Belongs to no step: it goes on when the one that began it has ended. */
  const keepTryingBeside = AsyncResource.bind((connectionId: string, tokens: KeptTokens) => {
    const trying = keepTrying(connectionId, tokens).finally(() => underWay.delete(trying));
    underWay.add(trying);
  });

  return {
    of: (connectionId) => unsaved.get(connectionId),
    async save(connectionId, tokens) {
      unsaved.set(connectionId, tokens);
      try {
        return await put(connectionId, tokens);
      } catch (error) {
        log.error(
          { connectionId, reason: (error as Error).name },
          'bling tokens are not saved yet: trying again',
        );
        keepTryingBeside(connectionId, tokens);
        return true;
      }
    },
    async settled() {
      await Promise.all(underWay);
    },
  };
}
