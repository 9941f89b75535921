import { describe, expect, it } from '@jest/globals';
import { BlingOAuthError, createTokenSource } from '../../../src/bling';
import type { BlingApiError, BlingOAuth, BlingTokens } from '../../../src/bling';
import type { FailedRefresh, KeptTokens } from '../../../src/bling/oauth';

const HOUR = 3_600_000;

/** A vault with one connection, and a Bling that rotates its refresh token. */
function aVault(
  kept: Partial<KeptTokens> = {},
  refresh?: () => Promise<BlingTokens>,
  revoke?: BlingOAuth['revoke'],
) {
  const state = {
    tokens: { accessToken: 'a1', refreshToken: 'r1', expiresAt: new Date(), version: 1, ...kept },
    claimed: null as number | null,
    until: new Date(0),
    failed: null as FailedRefresh | null,
    connection: 'connected',
    refreshes: 0,
    saves: 0,
    /** What was said of the app's own credentials. */
    app: [] as string[],
    /** So many times at first the vault cannot be written to. */
    away: 0,
  };
  const vault = {
    tokens: () =>
      Promise.resolve({
        ...state.tokens,
        refreshFailed: state.failed,
        refreshingUntil: state.claimed === state.tokens.version ? state.until : null,
      }),
    claimRefresh(_id: string, version: number, now: Date, until: Date) {
      const waits = state.failed !== null && state.failed.until > now;
      const mine = state.tokens.version === version && state.claimed !== version && !waits;
      if (mine) Object.assign(state, { claimed: version, until });
      return Promise.resolve(mine);
    },
    saveTokens(_id: string, version: number, tokens: Omit<KeptTokens, 'version'>) {
      state.saves += 1;
      if (state.saves <= state.away) return Promise.reject(new Error('MongoDB is away'));
      if (version !== state.tokens.version) return Promise.resolve(false);
      Object.assign(state, { tokens: { ...tokens, version: version + 1 }, failed: null });
      state.connection = 'connected';
      return Promise.resolve(true);
    },
    failRefresh(_id: string, version: number, failed: FailedRefresh) {
      if (version !== state.tokens.version) return Promise.resolve();
      Object.assign(state, { claimed: null, failed });
      if (failed.final) state.connection = 'needs_authorization';
      return Promise.resolve();
    },
  };
  const oauth = {
    revoke,
    refresh() {
      state.refreshes += 1;
      const fresh = { accessToken: 'a2', refreshToken: 'r2', expiresInSeconds: 21_600, scope: '' };
      return refresh?.() ?? Promise.resolve(fresh);
    },
  } as unknown as BlingOAuth;
  const log = { info: () => undefined, error: () => undefined };
  const say = (what: string) => () => Promise.resolve(void state.app.push(what));
  const app = () => ({ refused: say('refused'), taken: say('taken') });
  const source = (now = Date.now) => createTokenSource({ vault: () => vault, oauth, app, log, now });
  return { state, source };
}

/** Until what goes on beside has come that far. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate);
}

describe('the tokens of a connection', () => {
  it('are used while they last', async () => {
    const { state, source } = aVault({ expiresAt: new Date(Date.now() + HOUR) });
    expect(await source().accessToken('con_1')).toBe('a1');
    expect(state.refreshes).toBe(0);
  });

  it('are renewed ahead of time where they end sooner than that, and not otherwise', async () => {
    const { state, source } = aVault({ expiresAt: new Date(Date.now() + HOUR) });
    expect(await source().renew('con_1', HOUR / 2)).toBe(false);
    expect(await source().renew('con_1', 2 * HOUR)).toBe(true);
    expect(state.refreshes).toBe(1);
    expect(await source().accessToken('con_1')).toBe('a2');
  });

  it('are refreshed once, and all who wait in the process have what it brings', async () => {
    const { state, source } = aVault();
    const one = source();
    const tokens = await Promise.all([1, 2, 3].map(() => one.accessToken('con_1')));
    expect(tokens).toEqual(['a2', 'a2', 'a2']);
    expect(state.refreshes).toBe(1);
  });

  it('are refreshed by one process: the others come back in a moment, and none waits by asking again', async () => {
    const { state, source } = aVault();
    const [mine, other] = await Promise.allSettled(
      [source(), source()].map((one) => one.accessToken('con_1')),
    );
    expect(mine).toMatchObject({ value: 'a2' });
    expect(other).toMatchObject({ reason: { kind: 'unavailable', retryAfterMs: 2_000, asked: false } });
    expect(state.refreshes).toBe(1);
    expect(await source().accessToken('con_1')).toBe('a2');
  });

  it.each([0, 300, 1_900, 5_000, 10_999, 20_000])(
    'are asked for three times at most by who comes %i ms after another process began to refresh them and died',
    async (afterMs) => {
      const { state, source } = aVault({}, () => new Promise(() => undefined));
      const began = Date.now();
      void source(() => began).accessToken('con_1');
      await until(() => state.refreshes === 1);
      let now = began + afterMs;
      const other = source(() => now);
      let asked = 0;
      while (now < began + 30_000) {
        const error: unknown = await other.requireHope('con_1').catch((thrown: unknown) => thrown);
        expect(error).toMatchObject({ type: 'refresh_under_way' });
        now += (error as BlingApiError).retryAfterMs!;
        asked += 1;
      }
      expect(asked).toBeLessThanOrEqual(3);
      await expect(other.requireHope('con_1')).resolves.toBeUndefined();
    },
  );

  it('that still last are used by all but the one who renews them', async () => {
    const { state, source } = aVault({ expiresAt: new Date(Date.now() + 120_000) });
    const tokens = await Promise.all([source(), source(), source()].map((one) => one.accessToken('con_1')));
    expect(tokens.sort()).toEqual(['a1', 'a1', 'a2']);
    expect(state.refreshes).toBe(1);
  });

  it('that cannot be renewed ahead of time are used while they last', async () => {
    const { source } = aVault({ expiresAt: new Date(Date.now() + 120_000) }, () =>
      Promise.reject(new BlingOAuthError('unavailable', 'refresh', 503)),
    );
    expect(await source().accessToken('con_1')).toBe('a1');
  });

  it('whose refresh failed are asked for by nobody until the pause is over', async () => {
    const { state, source } = aVault({}, () =>
      Promise.reject(new BlingOAuthError('rate_limited', 'refresh', 429, 3_600_000)),
    );
    const failures = await Promise.allSettled(
      [source(), source(), source()].map((one) => one.accessToken('con_1')),
    );
    expect(failures.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await expect(source().accessToken('con_1')).rejects.toMatchObject({ kind: 'unavailable', asked: false });
    const late = await source()
      .accessToken('con_1')
      .catch((error: BlingApiError) => error.retryAfterMs);
    expect(late).toBeGreaterThan(3_500_000);
    expect(state.refreshes).toBe(1);
  });

  it('whose refresh Bling does not answer say so of the one who asked, not of those who wait with him', async () => {
    const { source } = aVault({}, () => Promise.reject(new BlingOAuthError('timeout', 'refresh')));
    const one = source();
    const failures = await Promise.allSettled([one, one, one].map((same) => same.accessToken('con_1')));
    const asked = failures.map(
      (failure) => failure.status === 'rejected' && (failure.reason as BlingApiError).asked,
    );
    expect(asked).toEqual([true, false, false]);
    const paced = aVault({}, () =>
      Promise.reject(new BlingOAuthError('rate_limited', 'refresh', undefined, 4_000)),
    ).source();
    await expect(paced.accessToken('con_1')).rejects.toMatchObject({ retryAfterMs: 4_000, asked: false });
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
    const other = source();
    await expect(other.accessToken('con_1')).rejects.toMatchObject({ kind: 'unauthorized' });
    await expect(other.requireHope('con_1')).rejects.toMatchObject({ kind: 'unauthorized' });
    expect(state.refreshes).toBe(1);
    Object.assign(state, { failed: null, tokens: { ...state.tokens, version: 2 } });
    await expect(other.requireHope('con_1')).resolves.toBeUndefined();
  });

  it('are as good as before once Bling takes the app again, whose secret was wrong', async () => {
    let wrong = true;
    const { state, source } = aVault({}, () =>
      wrong
        ? Promise.reject(new BlingOAuthError('invalid_client', 'refresh', 401))
        : Promise.resolve({ accessToken: 'a2', refreshToken: 'r2', expiresInSeconds: 21_600, scope: '' }),
    );
    const failed = { kind: 'unavailable', retryAfterMs: 600_000, asked: false };
    await expect(source().accessToken('con_1')).rejects.toMatchObject(failed);
    await expect(source().requireHope('con_1')).rejects.toMatchObject({ kind: 'unavailable' });
    expect(state).toMatchObject({ connection: 'connected', refreshes: 1, app: ['refused'] });
    wrong = false;
    expect(await source(() => Date.now() + 600_001).accessToken('con_1')).toBe('a2');
    expect(state).toMatchObject({ connection: 'connected', app: ['refused', 'taken'] });
  });

  it('that Bling has replaced are kept, however long the vault is away just then', async () => {
    const { state, source } = aVault();
    state.away = 2;
    const one = source();
    expect(await one.accessToken('con_1')).toBe('a2');
    expect(state.tokens.refreshToken).toBe('r1');
    expect(await one.accessToken('con_1')).toBe('a2');
    expect(await one.refreshAfter401('con_1', 'a1')).toBe('a2');
    await one.settled();
    expect(state).toMatchObject({ saves: 3, refreshes: 1, failed: null });
    expect(state.tokens).toMatchObject({ accessToken: 'a2', refreshToken: 'r2', version: 2 });
  });

  it('that a new authorisation has replaced meanwhile give way to it', async () => {
    const { state, source } = aVault();
    state.away = 1;
    const one = source();
    await one.accessToken('con_1');
    state.tokens = {
      accessToken: 'a9',
      refreshToken: 'r9',
      expiresAt: new Date(Date.now() + HOUR),
      version: 9,
    };
    await one.settled();
    expect(state.tokens.refreshToken).toBe('r9');
    expect(await one.refreshAfter401('con_1', 'a2')).toBe('a9');
  });

  it('last by the time that all processes share, not by the clock of one', async () => {
    const then = Date.UTC(2020, 0, 1);
    const { state, source } = aVault({ expiresAt: new Date(then + HOUR) });
    expect(await source(() => then).accessToken('con_1')).toBe('a1');
    expect(await source(() => then + HOUR).accessToken('con_1')).toBe('a2');
    expect(state.tokens.expiresAt).toEqual(new Date(then + HOUR + 21_600_000));
  });

  it('that are refused like those they replaced are not replaced again for ten minutes', async () => {
    let n = 1;
    const { state, source } = aVault({ expiresAt: new Date(Date.now() + HOUR) }, () => {
      n += 1;
      const tokens = { accessToken: `a${n}`, refreshToken: `r${n}`, expiresInSeconds: 21_600, scope: '' };
      return Promise.resolve(tokens);
    });
    const one = source();
    const outcomes = new Set<string>();
    for (let caller = 0; caller < 30; caller += 1) {
      const each = caller % 2 ? one : source();
      const rejected = await each.accessToken('con_1').catch(() => state.tokens.accessToken);
      const outcome = await each
        .refreshAfter401('con_1', rejected)
        .catch((error: BlingApiError) => error.kind);
      outcomes.add(outcome);
    }
    expect(state).toMatchObject({ refreshes: 1, connection: 'needs_authorization' });
    expect([...outcomes]).toEqual(['a2', 'unauthorized']);
    await expect(source().requireHope('con_1')).rejects.toMatchObject({ kind: 'unauthorized' });
    const later = source(() => Date.now() + 601_000);
    await later.requireHope('con_1');
    expect(await later.accessToken('con_1')).toBe('a3');
    expect(state).toMatchObject({ refreshes: 2, connection: 'connected' });
    await expect(later.refreshAfter401('con_1', 'a3')).rejects.toMatchObject({ kind: 'unauthorized' });
    expect(state.refreshes).toBe(2);
  });

  it('that cannot be had just now are hoped for by nobody', async () => {
    const away = new BlingOAuthError('unavailable', 'refresh', 503);
    let begin = (): void => undefined;
    let end = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const { state, source } = aVault({}, () => {
      begin();
      return new Promise((_, reject) => (end = () => reject(away)));
    });
    const mine = source();
    const first = mine.accessToken('con_1');
    await begun;
    await expect(source().requireHope('con_1')).rejects.toMatchObject({
      ...{ kind: 'unavailable', type: 'refresh_under_way', retryAfterMs: 2_000, asked: false },
    });
    const waiting = mine.requireHope('con_1');
    end();
    await expect(first).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(waiting).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(source().requireHope('con_1')).rejects.toMatchObject({
      ...{ kind: 'unavailable', type: 'refresh_failed', asked: false },
    });
    expect(state.refreshes).toBe(1);
  });

  it('outlive a Bling that is away', async () => {
    const { state, source } = aVault({}, () =>
      Promise.reject(new BlingOAuthError('unavailable', 'refresh', 503)),
    );
    await expect(source().accessToken('con_1')).rejects.toMatchObject({ kind: 'unavailable' });
    expect([state.connection, state.claimed]).toEqual(['connected', null]);
  });

  it('are given back unless somebody has authorised the store since, and count as given back where Bling refuses to take them', async () => {
    const given: string[] = [];
    let answer = (): Promise<void> => Promise.resolve();
    const { source } = aVault({}, undefined, (token) => {
      given.push(token);
      return answer();
    });
    expect(await source().revoke('con_1', () => Promise.resolve(false))).toBeNull();
    expect(given).toEqual([]);
    expect(await source().revoke('con_1', () => Promise.resolve(true))).toBe(1);
    answer = () => Promise.reject(new BlingOAuthError('invalid_grant', 'revoke', 400));
    expect(await source().revoke('con_1', () => Promise.resolve(true))).toBe(1);
    answer = () => Promise.reject(new BlingOAuthError('unavailable', 'revoke', 503));
    await expect(source().revoke('con_1', () => Promise.resolve(true))).rejects.toThrow(BlingOAuthError);
    expect(given).toEqual(['r1', 'r1', 'r1']);
  });
});
