import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '../../../config';
import type { Logger } from '../../../log';
import { createMailer, renderAccessMail, SendError } from '../../../messaging';
import type { AccessMail, Mailer } from '../../../messaging';

/** Whether an e-mail went out; `off`: the installation sends none. */
export type MailOutcome = 'sent' | 'failed' | 'off';

/** Tells people about signing in, by e-mail. Addresses and texts are never logged. */
export interface AccessMailer {
  /** Sends while the caller waits, once. @param id our own of the message, such as a link's */
  send(to: string, id: string, mail: AccessMail): Promise<MailOutcome>;
  /** Sends beside the answer, and tries again for some minutes where that can help. */
  sendBeside(to: string, id: string, mail: AccessMail): void;
  /** Gives up what waits for its next try, lets the rest finish, and closes the connections. */
  close(): Promise<void>;
}

/** Nobody waits longer than both at a screen; the link is in the answer as well. */
const WAITED = { inLineMs: 2_000, timeoutMs: 6_000 };

/** Before each further try. A link to reset a password holds for an hour. */
const RETRIES_MS = [2_000, 20_000, 120_000];

/** The mailer of one API process; without an SMTP server it sends nothing. */
export function createAccessMailer(
  { smtpUrl, ...sender }: Config['mail'],
  log: Logger,
  retriesMs: readonly number[] = RETRIES_MS,
): AccessMailer {
  const mailer: Mailer | null = smtpUrl === null ? null : createMailer({ smtpUrl, ...sender, ...WAITED });
  const stopping = new AbortController();
  const underway = new Set<Promise<void>>();

  async function send(to: string, id: string, mail: AccessMail): Promise<SendError | MailOutcome> {
    if (!mailer) return 'off';
    try {
      await mailer.send({ to, id: id.replaceAll('_', '-'), ...renderAccessMail(mail) });
      return 'sent';
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
      log.warn(
        { mail: mail.kind, reason: error.reason, code: error.code },
        'e-mail about access was not sent',
      );
      return error;
    }
  }

  async function persist(to: string, id: string, mail: AccessMail): Promise<void> {
    for (const pause of [...retriesMs, null]) {
      const outcome = await send(to, id, mail);
      if (!(outcome instanceof SendError) || outcome.outcome !== 'retry' || pause === null) return;
      await delay(pause, undefined, { signal: stopping.signal });
    }
  }

  return {
    async send(to, id, mail) {
      const outcome = await send(to, id, mail);
      return outcome instanceof SendError ? 'failed' : outcome;
    },
    sendBeside(to, id, mail) {
      const sending = persist(to, id, mail)
        .catch((error: unknown) => {
          if (!stopping.signal.aborted)
            log.error({ type: (error as Error).name, mail: mail.kind }, 'e-mail about access failed');
        })
        .finally(() => underway.delete(sending));
      underway.add(sending);
    },
    async close() {
      stopping.abort();
      await Promise.all(underway);
      mailer?.close();
    },
  };
}
