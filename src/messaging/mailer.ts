import type { Readable } from 'node:stream';
import { domainToASCII } from 'node:url';
import { Semaphore, withTimeout } from 'async-mutex';
import { createTransport } from 'nodemailer';
import DKIM from 'nodemailer/lib/dkim';
import type { MailMessage, NodemailerError, SendMailOptions } from 'nodemailer';
import { mailFailure } from './mail-failure';
import { SendError } from './send-error';
import { BUSY } from './verdicts';

/** An e-mail to one person. */
export interface Email {
  /** One bare address. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /**
   * Our own id of the message, of letters, digits, dots and hyphens: with the sender's domain it becomes the Message-ID. The same
   * message repeated carries the same one, so that whatever lies down the line can drop the second.
   */
  id: string;
  /** Further header lines, such as `List-Unsubscribe`. */
  headers?: Record<string, string>;
}

/** Sends e-mail by SMTP over a small pool of connections. */
export interface Mailer {
  /** Resolves when the server has taken the message. @throws SendError */
  send(email: Email): Promise<void>;
  /** Lets deliveries that have begun finish and closes the connections. */
  close(): void;
}

/** By what a domain signs its mail (RFC 6376): its public half is at `<selector>._domainkey.<domain>`. */
export interface DkimKey {
  selector: string;
  /** RSA, in PEM. */
  privateKey: string;
}

/** Where and as whom mail is sent. */
export interface MailerOptions {
  /** `smtp://user:password@host:587`, `smtps://…:465`. */
  smtpUrl: string;
  /** `Clube da Loja <clube@loja.com.br>`. */
  from: string;
  /** Signs each message for the sender's domain; absent: whoever takes them does, or nobody. */
  dkim?: DkimKey;
  /** For one message, from when it has a connection to the server's last word. @default 15000 */
  timeoutMs?: number;
  /** How long it waits for a connection at most. @default 5000 */
  inLineMs?: number;
}

/** More at once many servers refuse to one sender. */
const CONNECTIONS = 5;
/** The code of what had no connection in its time: the system's for what is to be tried again. */
const NO_TURN = 'EAGAIN';

/** Our mark on a message on its way: the stream its bytes leave by, once there is one. */
interface Delivery {
  outgoing?: Readable;
}
type TrackedMail = SendMailOptions & { delivery: Delivery };

/**
 * Builds a mailer. It connects with the first message. Whoever has no connection soon comes back later: the line is not the server's
 * silence, and a message that has begun is not broken off for what it waited before.
 */
export function createMailer(options: MailerOptions): Mailer {
  const { smtpUrl, from, dkim, timeoutMs = 15_000, inLineMs = 5_000 } = options;
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: CONNECTIONS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const line = withTimeout(new Semaphore(CONNECTIONS), inLineMs, new SendError('E-mail', NO_TURN, BUSY));
  const domain = senderDomain(from);
  // Signed before it is tracked: who signs reads the whole message, whether or not it is sent.
  if (dkim) transport.use('stream', signing(dkim, domain));
  transport.use('stream', trackOutgoing);

  return {
    async send({ to, id, ...content }) {
      const delivery: Delivery = {};
      // As an object the address is taken whole: a comma in it cannot add a second recipient.
      const recipient = { name: '', address: to };
      const messageId = `<${id}@${domain}>`;
      const [, leave] = await line.acquire();
      const signal = AbortSignal.timeout(timeoutMs);
      const mail: TrackedMail = { ...content, messageId, from, to: recipient, signal, delivery };
      try {
        await transport.sendMail(mail);
      } catch (error) {
        throw mailFailure(error as NodemailerError, delivery.outgoing?.readableDidRead ?? false);
      } finally {
        leave();
      }
    },
    close: () => transport.close(),
  };
}

/**
 * The domain of the sender's address, in ASCII: a Message-ID with a domain of nobody's counts against the sender with filters
 * (RFC 5322 §3.6.4). @throws RangeError for a sender without one, which the settings do not let through
 */
function senderDomain(from: string): string {
  const domain = domainToASCII(/@([^@\s<>]+)>?\s*$/.exec(from)?.[1] ?? '');
  if (domain === '') throw new RangeError('The sender has no address with a domain: correct MAIL_FROM.');
  return domain;
}

/**
 * The headers that RFC 6376 §5.4.1 has signed, with both that mail programs make a button of: they believe these only where a
 * signature covers them (RFC 8058 §4).
 */
const SIGNED = [
  ...['From', 'Sender', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'To', 'Cc', 'MIME-Version'],
  ...['Content-Type', 'Content-Transfer-Encoding', 'List-Unsubscribe', 'List-Unsubscribe-Post'],
].join(':');

function signing(
  { selector, privateKey }: DkimKey,
  domainName: string,
): (mail: MailMessage, done: () => void) => void {
  const key = { domainName, keySelector: selector, privateKey, headerFieldNames: SIGNED };
  const signer = new DKIM(key);
  return ({ message }, done) => {
    message.processFunc((outgoing) => signer.sign(outgoing));
    done();
  };
}

/**
 * Notes the stream nodemailer writes a message from. It is read only after the server has agreed to receive
 * the message (354), which is how a lost connection before that moment is told from one after it.
 */
function trackOutgoing(mail: MailMessage, done: () => void): void {
  const { delivery } = mail.data as TrackedMail;
  mail.message.processFunc((outgoing) => {
    delivery.outgoing = outgoing;
    return outgoing;
  });
  done();
}
