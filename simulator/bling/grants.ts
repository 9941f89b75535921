import { randomBytes } from 'node:crypto';
import { invalidGrant, reusedCode } from './refusal';
import { makeJwt } from './jwt';

/** Lifetimes of Bling's codes and tokens, in milliseconds. */
export const lifetimes = { code: 60_000, access: 21_600_000, refresh: 30 * 86_400_000 } as const;

/** Access to one company's account. */
export interface AccessToken {
  companyIndex: number;
  expiresAt: number;
  jwt: boolean;
}

/** What the token endpoint hands out. */
export interface TokenPair {
  companyIndex: number;
  accessToken: string;
  refreshToken: string;
}

/** All codes and tokens, as they go into the state file. */
export interface GrantsRecord {
  access: [string, AccessToken][];
  refresh: [string, { companyIndex: number; expiresAt: number }][];
}

const opaque = (): string => randomBytes(20).toString('hex');

/**
 * The codes and tokens in force. A code lives a minute and once; used a second time within that minute it revokes its
 * user. A refresh token is exchanged for a new one and is worth nothing from then on.
 */
export class Grants {
  private readonly codes = new Map<string, { companyIndex: number; expiresAt: number; used: boolean }>();
  private readonly access: Map<string, AccessToken>;
  private readonly refresh: Map<string, { companyIndex: number; expiresAt: number }>;
  private readonly connectedUntil = new Map<number, number>();

  constructor(
    private readonly clock: () => number,
    record: GrantsRecord = { access: [], refresh: [] },
  ) {
    this.access = new Map(record.access);
    this.refresh = new Map(record.refresh);
    for (const { companyIndex } of this.refresh.values()) this.recount(companyIndex);
  }

  /** A new authorisation code for a company. */
  issueCode(companyIndex: number): string {
    const code = opaque();
    this.codes.set(code, { companyIndex, expiresAt: this.clock() + lifetimes.code, used: false });
    return code;
  }

  /** Exchanges a code for tokens. Throws a BlingRefusal; a code used twice revokes its company. */
  exchange(code: string, jwt: boolean): TokenPair {
    const known = this.codes.get(code);
    if (!known) throw invalidGrant("Authorization code doesn't exist or is invalid for the client");
    if (known.expiresAt <= this.clock()) throw invalidGrant('The authorization code has expired');
    if (known.used) {
      this.revokeCompany(known.companyIndex);
      throw reusedCode();
    }
    known.used = true;
    return this.issue(known.companyIndex, jwt);
  }

  /** Exchanges a refresh token for a new pair; the old one is worth nothing afterwards. Throws a BlingRefusal. */
  renew(refreshToken: string, jwt: boolean): TokenPair {
    const known = this.refresh.get(refreshToken);
    if (!known) throw invalidGrant('Invalid refresh token');
    this.refresh.delete(refreshToken);
    if (known.expiresAt <= this.clock()) throw invalidGrant('Refresh token has expired');
    return this.issue(known.companyIndex, jwt);
  }

  /** The access a token gives, expired or not; undefined: never issued, or revoked. */
  accessOf(token: string): AccessToken | undefined {
    return this.access.get(token);
  }

  /** The company a code or a token of either kind belongs to. */
  companyOf(secret: string): number | undefined {
    return (this.access.get(secret) ?? this.refresh.get(secret) ?? this.codes.get(secret))?.companyIndex;
  }

  /** True while the company's merchant has the app installed: tokens were obtained and can still be refreshed. */
  isConnected(companyIndex: number): boolean {
    return (this.connectedUntil.get(companyIndex) ?? 0) > this.clock();
  }

  /** Makes every access token of a company expire now; refreshing still works. */
  expireAccess(companyIndex: number): void {
    const now = this.clock();
    for (const token of this.access.values()) if (token.companyIndex === companyIndex) token.expiresAt = now;
  }

  /** Makes one token worthless. */
  revokeToken(token: string): void {
    const companyIndex = this.companyOf(token);
    this.access.delete(token);
    this.refresh.delete(token);
    if (companyIndex !== undefined) this.recount(companyIndex);
  }

  /** Makes every token of a company worthless, as when the merchant uninstalls the app. */
  revokeCompany(companyIndex: number): void {
    for (const [token, { companyIndex: owner }] of this.access)
      if (owner === companyIndex) this.access.delete(token);
    for (const [token, { companyIndex: owner }] of this.refresh)
      if (owner === companyIndex) this.refresh.delete(token);
    this.recount(companyIndex);
  }

  /** What goes into the state file. Codes live a minute and are not kept. */
  record(): GrantsRecord {
    return { access: [...this.access], refresh: [...this.refresh] };
  }

  private issue(companyIndex: number, jwt: boolean): TokenPair {
    const now = this.clock();
    this.forgetExpired(now);
    const expiresAt = now + lifetimes.access;
    const accessToken = jwt ? makeJwt(companyIndex, expiresAt) : opaque();
    const refreshToken = opaque();
    this.access.set(accessToken, { companyIndex, expiresAt, jwt });
    this.refresh.set(refreshToken, { companyIndex, expiresAt: now + lifetimes.refresh });
    this.recount(companyIndex);
    return { companyIndex, accessToken, refreshToken };
  }

  /** Codes and refresh tokens go once they are over; access tokens a day later, so that they answer "has expired". */
  private forgetExpired(now: number): void {
    for (const [code, { expiresAt }] of this.codes)
      if (expiresAt + lifetimes.code <= now) this.codes.delete(code);
    for (const [token, { expiresAt }] of this.refresh) if (expiresAt <= now) this.refresh.delete(token);
    for (const [token, { expiresAt }] of this.access)
      if (expiresAt + 86_400_000 <= now) this.access.delete(token);
  }

  private recount(companyIndex: number): void {
    let until = 0;
    for (const token of this.refresh.values())
      if (token.companyIndex === companyIndex) until = Math.max(until, token.expiresAt);
    this.connectedUntil.set(companyIndex, until);
  }
}
