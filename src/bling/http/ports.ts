/**
 * One connected Bling company: our connection's id, and the company's 32-hex id (`companyId` of its
 * webhooks).
 */
export interface BlingAccount {
  connectionId: string;
  companyId: string;
}

/** Where access tokens come from. The implementation stores them and lets only one refresh run at a time. */
export interface TokenSource {
  /**
   * Lets pass whoever may hope for a token: where none can be had just now, no turn is taken for it.
   * @throws BlingApiError `unauthorized` where Bling refuses the tokens for good, `unavailable` with when to come back
   */
  requireHope(connectionId: string): Promise<void>;
  /** A token believed to be valid, refreshed beforehand when it is about to expire. */
  accessToken(connectionId: string): Promise<string>;
  /**
   * A token other than `rejectedToken`, which Bling has just answered with 401. When somebody else has
   * refreshed meanwhile, their token is the answer: Bling rotates refresh tokens, so the loser of a race gets
   * `invalid_grant`. One that took the place of a refused token and is refused as well is not replaced again for ten minutes.
   * @throws BlingApiError as above
   */
  refreshAfter401(connectionId: string, rejectedToken: string): Promise<string>;
}

/** Keeps tokens alive that nobody asks for. */
export interface TokenKeeper {
  /**
   * Refreshes the tokens where they last no longer than that; false: they do.
   * @throws BlingApiError as above
   */
  renew(connectionId: string, lastsMs: number): Promise<boolean>;
  /**
   * Gives the access back to Bling, as long as `isStill` says so after the tokens were read: never those of whoever has authorised it
   * since. What Bling has taken back already, or refuses to, counts as given back. Answers which version of the tokens it was; null: it
   * was not to be any more.
   * @throws BlingOAuthError that passes
   */
  revoke(connectionId: string, isStill: () => Promise<boolean>): Promise<number | null>;
}

/**
 * Bling allows 3 requests a second and 120,000 a day per company, all apps of that company together
 * (developer.bling.com.br/limites). One HTTP call takes one permit; the promise resolves when it may go.
 */
export interface RateLimiter {
  /** Answers how many milliseconds ago its turn may have been: a busy process is told late that it may go. */
  take(companyId: string): Promise<number>;
  /** Where nobody is to call just now: in how many milliseconds it is this caller's turn after that; null: no need to wait for one. */
  standBack(companyId: string): Promise<number | null>;
  /** The call that was let go had an answer, whatever it said. */
  answered(companyId: string): Promise<void>;
  /** It had none: too many of these, and nobody calls for a while. `pauseMs`: so long nobody is to call at all. */
  unanswered(companyId: string, pauseMs?: number): Promise<void>;
  /** It was answered that nobody is to ask for a while, so that nobody does. */
  refused(companyId: string, refusal: Refusal): Promise<void>;
  /** Its answer was an error, whichever: Bling blocks an address that has too many. */
  erred(): Promise<void>;
}

/** Nobody of a company is to ask for `pauseMs`: its day's calls are used up, or our address is blocked, as it may be for all. */
export interface Refusal {
  why: 'day' | 'address';
  pauseMs: number;
}

/** The part of a pino logger this room uses. Only ids, kinds and statuses are ever passed to it. */
export interface BlingLog {
  warn(details: Record<string, unknown>, message: string): void;
}

/** The platform's `fetch`, or a stand-in of the same shape. */
export type Fetch = typeof globalThis.fetch;
