import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { RequestCounter } from '../../simulator/bling/counters';

/** What Node tells of each request of `fetch` at the moment it is handed over to the network. */
const CREATED = 'undici:request:create';

interface Departure {
  readonly at: number;
  readonly path: string;
  readonly bearer: string | undefined;
}

/** The requests by `fetch` that left this process. */
export interface Departures {
  /** The most within any second of those that bear a token by which one of these paths was asked for. */
  highestPerSecond(paths: readonly string[]): number;
}

/**
 * Watches the requests of this process leave it. A server in this same process sees them when it gets round to it: those it was too busy
 * to see arrive all at once.
 */
export function watchDepartures(): { end(): Departures } {
  const seen: Departure[] = [];
  const note = (message: unknown): void => {
    const { request } = message as { request: { path: string; headers: string | readonly string[] } };
    const headers = typeof request.headers === 'string' ? request.headers : request.headers.join(' ');
    seen.push({
      at: performance.now(),
      path: request.path,
      bearer: /bearer ([^\s]+)/i.exec(headers)?.[1],
    });
  };
  subscribe(CREATED, note);
  return {
    end() {
      unsubscribe(CREATED, note);
      return { highestPerSecond: (paths) => highest(seen, paths) };
    },
  };
}

function highest(seen: readonly Departure[], paths: readonly string[]): number {
  const asked = seen.filter(({ path }) => paths.some((one) => path.endsWith(one)));
  const bearers = new Set(asked.map(({ bearer }) => bearer));
  // Nothing seen is no proof of a pace.
  if (bearers.has(undefined) || asked.length < paths.length) throw new Error('Departures went unseen.');
  const counter = new RequestCounter();
  for (const { at, path, bearer } of seen) if (bearers.has(bearer)) counter.saw(path, at);
  return counter.counts().highestPerSecond;
}
