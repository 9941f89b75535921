/** One mail as a mailbox shows it. */
export interface ReceivedMail {
  /** The Message-ID with its angle brackets; made up when the mail had none. */
  messageId: string;
  from: string;
  /** The address of the mailbox it lies in. */
  to: string;
  subject: string;
  text: string;
  /** Empty when the mail had no HTML part. */
  html: string;
  /** The headers by lower-case name, unfolded; a repeated header keeps its last value. */
  headers: Record<string, string>;
  /** When the first copy came, epoch ms. */
  at: number;
  /** How many mails with this Message-ID came; a mailbox shows them as one. */
  copies: number;
}

/** Mailboxes by address. Like big providers they collapse mails of one Message-ID, but count the copies. */
export class Mailboxes {
  private readonly boxes = new Map<string, Map<string, ReceivedMail>>();

  constructor(earlier: readonly ReceivedMail[] = []) {
    for (const mail of earlier) this.box(mail.to).set(mail.messageId, mail);
  }

  /** Puts a mail into its mailbox. */
  receive(mail: Omit<ReceivedMail, 'copies'>): void {
    const box = this.box(mail.to);
    const known = box.get(mail.messageId);
    if (known) known.copies += 1;
    else box.set(mail.messageId, { ...mail, copies: 1 });
  }

  /** The mails of one address, or of all, the oldest first. */
  mails(address?: string): ReceivedMail[] {
    const boxes = address === undefined ? [...this.boxes.values()] : [this.box(address)];
    return boxes.flatMap((box) => [...box.values()]).sort((a, b) => a.at - b.at);
  }

  private box(address: string): Map<string, ReceivedMail> {
    const key = address.toLowerCase();
    const known = this.boxes.get(key) ?? new Map<string, ReceivedMail>();
    this.boxes.set(key, known);
    return known;
  }
}
