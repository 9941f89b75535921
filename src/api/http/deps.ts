import type { Config } from '../../config';
import type { Logger } from '../../log';
import type { Instant } from '../../loyalty';
import type { Store } from '../../store';
import type { WhatsApp } from '../../messaging';
import type { Runs } from '../../runs';
import type { BlingAccess } from '../../bling';
import type { AccessMailer } from '../access/mail';

/** What the API works with. */
export interface AppDeps {
  config: Config;
  log: Logger;
  store: Store;
  runs: Runs;
  bling: BlingAccess;
  /** Answers customers who wrote to us, and shows the merchant's people that messages arrive; null: WhatsApp is off. */
  whatsapp: Pick<WhatsApp, 'sendText' | 'sendTemplate' | 'pageButton'> | null;
  /** Tells people about signing in, and what they ask to be shown. */
  mail: AccessMailer;
  /** The clock. */
  now: () => Instant;
}
