import type { Client } from '@temporalio/client';
import type { BlingClient } from '../../bling';
import type { Logger } from '../../log';
import type { Mailer, WhatsApp } from '../../messaging';
import type { Store } from '../../store';

/** What the steps work with. A channel that is not configured is null. */
export interface ActivityDeps {
  store: Store;
  bling: BlingClient;
  whatsapp: WhatsApp | null;
  mailer: Mailer | null;
  temporal: Client;
  taskQueue: string;
  settleMs: number;
  log: Logger;
}
