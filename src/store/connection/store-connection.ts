import type { ConnectionDoc, ConnectionState } from './connection-model';

/** A connection without its secrets. */
export type StoreConnection = Omit<
  ConnectionDoc,
  | '_id'
  | 'accessToken'
  | 'refreshToken'
  | 'tokenVersion'
  | 'accessExpiresAt'
  | 'refreshingUntil'
  | 'refreshFailed'
  | 'insteadOfRefused'
  | 'reconciling'
  | 'reconcilingSince'
  | 'state'
> & { id: string; state: ConnectionState };

/** Bling's tokens in the clear, for the moment of a call; `version` grows with every refresh. */
export interface Tokens {
  accessToken: string;
  refreshToken: string;
  expiresAt: Date;
  version: number;
  /** When they took the place of tokens that were refused before their time; absent: they did not. */
  insteadOfRefusedAt?: Date | null;
}
