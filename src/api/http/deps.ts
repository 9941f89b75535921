import type { Config } from '../../config';
import type { Logger } from '../../log';
import type { Instant } from '../../loyalty';
import type { Store } from '../../store/open-store';
import type { TemporalGateway } from '../temporal';
import type { BlingAccess } from '../authorization';

/** What the API works with. */
export interface AppDeps {
  config: Config;
  log: Logger;
  store: Store;
  temporal: TemporalGateway;
  bling: BlingAccess;
  /** The clock. */
  now: () => Instant;
}
