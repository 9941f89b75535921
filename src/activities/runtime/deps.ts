import type { BlingClient } from '../../bling';
import type { Logger } from '../../log';
import type { Mailer, WhatsApp } from '../../messaging';
import type { RunRescue, Runs } from '../../runs';
import type { Store } from '../../store';

/** What the steps work with. A channel that is not configured is null. */
export interface ActivityDeps {
  store: Store;
  bling: BlingClient;
  whatsapp: WhatsApp | null;
  mailer: Mailer | null;
  runs: Runs;
  rescue: RunRescue;
  log: Logger;
}
