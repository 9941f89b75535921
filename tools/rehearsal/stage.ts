import type { Client } from '@temporalio/client';
import type { RehearsalShop } from './shop';

/** Which of the two versions of the product. */
export type Side = 'old' | 'new';

/** A worker that serves every queue. */
export interface RehearsalWorker {
  /** Null: it is of no deployment. */
  readonly buildId: string | null;
  /** As at the end of an upgrade: it finishes what it is in. */
  leave(): Promise<void>;
}

/** What an upgrade is rehearsed on: engines, an API and a merchant are there. */
export interface UpgradeStage {
  readonly client: Client;
  readonly shop: RehearsalShop;
  startWorker(side: Side): Promise<RehearsalWorker>;
  /** The API of this side takes the other's place. */
  useApi(side: Side): Promise<void>;
  /** New work, and that of runs that follow, is from now on this build's; null: that of workers of no deployment. */
  makeCurrent(buildId: string | null): Promise<void>;
  /** The server says that no run needs this build any more. */
  untilDrained(buildId: string): Promise<void>;
  readonly signal: AbortSignal;
  readonly print: (line: string) => void;
}
