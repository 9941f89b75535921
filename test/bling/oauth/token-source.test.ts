import { describe, expect, it } from '@jest/globals';
import { BlingOAuthError, createTokenSource } from '../../../src/bling';
import type { BlingOAuth, BlingTokens, TokenSource } from '../../../src/bling';
import type { KeptTokens } from '../../../src/bling/oauth';

const HOUR = 3_600_000;

/** A vault with one connection, and a Bling that rotates its refresh token. */
function aVault(kept: Partial<KeptTokens> = {}, refresh?: () => Promise<BlingTokens>) {
  const state = {
    tokens: { accessToken: 'a1', refreshToken: 'r1', expiresAt: new Date(), version: 1, ...kept },
    claimed: null as number | null,
    connection: 'connected',
    refreshes: 0,
  };
  const vault = {
    tokens: () => Promise.resolve({ ...state.tokens }),
    claimRefresh(_id: string, version: number) {
      const mine = state.tokens.version === version && state.claimed !== version;
      if (mine) state.claimed = version;
      return Promise.resolve(mine);
    },
    saveTokens(_id: string, version: number, tokens: Omit<KeptTokens, 'version'>) {
      state.tokens = { ...tokens, version: version + 1 };
      return Promise.resolve(true);
    },
    dropRefreshClaim: () => Promise.resolve(void (state.claimed = null)),
    setState: (_id: string, connection: string) => Promise.resolve(void (state.connection = connection)),
  };
  const oauth = {
    refresh() {
      state.refreshes += 1;
      const fresh = { accessToken: 'a2', refreshToken: 'r2', expiresInSeconds: 21_600, scope: '' };
      return refresh?.() ?? Promise.resolve(fresh);
    },
  } as unknown as BlingOAuth;
  const log = { info: () => undefined, error: () => undefined };
  const source = (): TokenSource => createTokenSource(() => vault, oauth, log);
  return { state, source };
}

describe('the tokens of a connection', () => {
  it('are used while they last', async () => {
    const { state, source } = aVault({ expiresAt: new Date(Date.now() + HOUR) });
    expect(await source().accessToken('con_1')).toBe('a1');
    expect(state.refreshes).toBe(0);
  });

  it('are refreshed once, however many processes find them expired at the same moment', async () => {
    const { state, source } = aVault();
    const tokens = await Promise.all([source(), source(), source()].map((one) => one.accessToken('con_1')));
    expect(tokens).toEqual(['a2', 'a2', 'a2']);
    expect(state.refreshes).toBe(1);
  });

  it('that somebody else has replaced are followed after a refusal', async () => {
    const { state, source } = aVault({ accessToken: 'a9', version: 9 });
    expect(await source().refreshAfter401('con_1', 'a1')).toBe('a9');
    expect(state.refreshes).toBe(0);
  });

  it('that Bling takes back for good need a new authorisation', async () => {
    const { state, source } = aVault({}, () =>
      Promise.reject(new BlingOAuthError('invalid_grant', 'refresh', 400)),
    );
    await expect(source().accessToken('con_1')).rejects.toMatchObject({ kind: 'unauthorized' });
    expect(state.connection).toBe('needs_authorization');
  });

  it('outlive a Bling that is away', async () => {
    const { state, source } = aVault({}, () =>
      Promise.reject(new BlingOAuthError('unavailable', 'refresh', 503)),
    );
    await expect(source().accessToken('con_1')).rejects.toMatchObject({ kind: 'unavailable' });
    expect([state.connection, state.claimed]).toEqual(['connected', null]);
  });
});
