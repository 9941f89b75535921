/** A connection's tokens as they are kept; the version counts how often they were replaced. */
export interface KeptTokens {
  accessToken: string;
  refreshToken: string;
  expiresAt: Date;
  version: number;
  /** When they took the place of tokens that were refused before their time; absent: they did not. */
  insteadOfRefusedAt?: Date | null;
}

/** A refresh that failed: nobody tries again before `until`. `final`: the merchant has to authorise anew. */
export interface FailedRefresh {
  until: Date;
  final: boolean;
}

/** What the vault knows of a connection's tokens. */
export interface VaultTokens extends KeptTokens {
  /** How the last refresh of them failed, if it did. */
  refreshFailed: FailedRefresh | null;
  /** Until then somebody refreshes them. */
  refreshingUntil: Date | null;
}

/** Where the tokens of all connections are kept, for all processes. */
export interface TokenVault {
  tokens(connectionId: string): Promise<VaultTokens | null>;
  /** True for the one caller that may refresh tokens of this version, until `until`; for none while a failure is waited out. */
  claimRefresh(connectionId: string, version: number, now: Date, until: Date): Promise<boolean>;
  /** Answers whether they were kept: nobody had replaced those of `version`. */
  saveTokens(connectionId: string, version: number, tokens: Omit<KeptTokens, 'version'>): Promise<boolean>;
  /** Gives a claim back after a refresh that failed, and tells all others; after a final one the merchant has to authorise anew. */
  failRefresh(connectionId: string, version: number, failed: FailedRefresh): Promise<void>;
}

/** Hears whether Bling takes the app's own id and secret, by the connection whose tokens were asked for. */
export interface AppWatch {
  refused(connectionId: string): Promise<void>;
  taken(connectionId: string): Promise<void>;
}

/** The part of a pino logger a token source uses. Only ids and kinds are ever passed to it. */
export interface TokenLog {
  info(details: Record<string, unknown>, message: string): void;
  error(details: Record<string, unknown>, message: string): void;
}
