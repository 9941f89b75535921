import { createBlingClient } from '../../../src/bling';
import type { BlingClient, BlingClientOptions } from '../../../src/bling';
import type { LocalServer } from '../local-server';

export const ACCOUNT = { connectionId: 'connection-1', companyId: 'd4475854366a36c86a37e792f9634a51' };

/** Ports that write down what happens to them. */
export class Ports {
  readonly steps: string[] = [];
  readonly ends: string[] = [];

  readonly tokens = {
    requireHope: (): Promise<void> => Promise.resolve(),
    accessToken: (connectionId: string): Promise<string> => {
      this.steps.push(`token of ${connectionId}`);
      return Promise.resolve('first-token');
    },
    refreshAfter401: (connectionId: string, rejected: string): Promise<string> => {
      this.steps.push(`refresh of ${connectionId} after ${rejected}`);
      return Promise.resolve('second-token');
    },
  };

  /** In how long it is the caller's turn again; null: nobody is kept from asking. */
  pauseMs: number | null = null;

  /** So long ago each turn was, one after the other; after these they are on time. */
  lateMs: number[] = [];

  /** How many answers were errors. */
  errors = 0;

  readonly limiter = {
    erred: (): Promise<void> => Promise.resolve(void (this.errors += 1)),
    standBack: (): Promise<number | null> => Promise.resolve(this.pauseMs),
    answered: (): Promise<void> => Promise.resolve(void this.ends.push('answered')),
    unanswered: (): Promise<void> => Promise.resolve(void this.ends.push('unanswered')),
    refused: (_company: string, { why, pauseMs }: { why: string; pauseMs: number }): Promise<void> =>
      Promise.resolve(void this.ends.push(`${why} for ${pauseMs / 60_000} min`)),
    take: (companyId: string): Promise<number> => {
      this.steps.push(`permit of ${companyId}`);
      return Promise.resolve(this.lateMs.shift() ?? 0);
    },
  };
}

/** A client of such a server, with ports that write down what happens to them. */
export function clientOf(
  server: LocalServer,
  more: Partial<BlingClientOptions> = {},
): { client: BlingClient; ports: Ports } {
  const ports = new Ports();
  return { client: createBlingClient({ apiUrl: `${server.url}/Api/v3/`, ...ports, ...more }), ports };
}
