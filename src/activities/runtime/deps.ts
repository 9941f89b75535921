import type { BlingClient, TokenKeeper } from '../../bling';
import type { Logger } from '../../log';
import type { Mailer, WhatsApp } from '../../messaging';
import type { RunRescue, Runs } from '../../runs';
import type { Store } from '../../store';

/** What the steps work with. A channel that is not configured is null. */
export interface ActivityDeps {
  store: Store;
  bling: BlingClient;
  tokens: TokenKeeper;
  whatsapp: WhatsApp | null;
  mailer: Mailer | null;
  /** Where people reach this installation, for links. */
  publicUrl: string;
  runs: Runs;
  rescue: RunRescue;
  log: Logger;
}
