import { randomUUID } from 'node:crypto';
import type { AddressInfo, Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { FaultQueue } from '../fault-queue';
import { strikes } from './faults';
import type { MailFault } from './faults';
import { Mailboxes } from './mailbox';
import type { ReceivedMail } from './mailbox';

/** What the mail server needs. */
export interface MailSurroundings {
  clock: () => number;
  changed: () => void;
  earlier?: readonly ReceivedMail[];
}

class SmtpReply extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
  }
}

function headersOf(mail: ParsedMail): Record<string, string> {
  const unfolded = mail.headerLines.map(({ key, line }) => [
    key,
    line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n\s+/g, ' ')
      .trim(),
  ]);
  return Object.fromEntries(unfolded) as Record<string, string>;
}

/** The pretend mail world: one SMTP server without login or TLS, and a mailbox for every address. */
export class MailServer {
  readonly faults = new FaultQueue<MailFault>();
  readonly mailboxes: Mailboxes;
  private readonly sockets = new Map<number, Socket>();
  private readonly server: SMTPServer;

  constructor(private readonly surroundings: MailSurroundings) {
    this.mailboxes = new Mailboxes(surroundings.earlier);
    this.server = new SMTPServer({
      name: 'simulador.example.com',
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 100,
      onRcptTo: (recipient, _session, callback) => {
        const fault = this.faults.take((one) => strikes(one, recipient.address, 'recipient'));
        if (!fault) return callback();
        const permanent = fault.kind === 'permanent';
        const code = fault.code ?? (permanent ? 550 : 451);
        callback(new SmtpReply(code, permanent ? '5.1.1 User unknown' : '4.3.0 Try again later'));
      },
      onData: (stream, session, callback) => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        simpleParser(stream).then(
          (mail) => this.received(mail, recipients, session.remotePort, callback),
          callback,
        );
      },
    });
    // A client that leaves in the middle of a session is no trouble of the server's.
    this.server.on('error', () => undefined);
    this.server.server.on('connection', (socket) => {
      const port = socket.remotePort ?? 0;
      this.sockets.set(port, socket);
      socket.once('close', () => this.sockets.delete(port));
    });
  }

  /** Starts to listen; resolves to the port. */
  listen(host: string, port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.server.once('error', reject);
      this.server.listen(port, host, () => resolve((this.server.server.address() as AddressInfo).port));
    });
  }

  /** Stops the server and ends what is open. */
  close(): Promise<void> {
    for (const socket of this.sockets.values()) socket.destroy();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private received(
    mail: ParsedMail,
    to: string[],
    clientPort: number,
    reply: (error?: Error | null) => void,
  ): void {
    const messageId = mail.messageId ?? `<${randomUUID()}@simulador.example.com>`;
    for (const address of to) {
      this.mailboxes.receive({
        messageId,
        from: mail.from?.text ?? '',
        to: address,
        subject: mail.subject ?? '',
        text: mail.text ?? '',
        html: mail.html || '',
        headers: headersOf(mail),
        at: this.surroundings.clock(),
      });
    }
    this.surroundings.changed();
    const dropped = to.some((address) => this.faults.take((one) => strikes(one, address, 'accepted')));
    if (dropped) this.sockets.get(clientPort)?.destroy();
    else reply();
  }
}
