import { randomBytes } from 'node:crypto';
import { FaultQueue } from '../fault-queue';
import { Timers } from '../timers';
import type { Courier } from '../webhooks';
import type { WhatsAppFault } from './faults';
import { answerBody } from './answer';
import type { OutgoingMessage, OutgoingText } from './outgoing';
import { hasNinthDigit, isLandline, phoneKey, recipientDigits, userIdOf, waIdOf } from './phone-number';
import { statusBody } from './status';
import type { MessageStatus } from './status';

/** What the business has set up at Meta; it can change while the simulator runs. */
export interface WhatsAppSettings {
  /** Where statuses go; absent: nowhere. */
  webhookUrl?: string;
  appSecret?: string;
  /** The access token to expect; absent: any. */
  token?: string;
  /** The number to send from; absent: any. */
  phoneNumberId?: string;
  /** Whether the templates have a button whose address ends as the sender says; absent: not. */
  pageButton?: boolean;
  /** When the statuses follow acceptance, in milliseconds. */
  statusAfterMs?: { sent: number; delivered: number; read: number };
}

/** A message the API accepted. */
export interface ReceivedMessage {
  id: string;
  /** The recipient as the sender wrote it. */
  to: string;
  waId: string;
  /** null: a text of the business's own. */
  template: string | null;
  parameters: string[];
  /** What the customer reads. */
  text: string;
  /** How the address behind its button ends; absent: it has none. */
  button?: string;
  opaque?: string;
  /** When it was accepted, epoch ms. */
  at: number;
  /** The last status; `accepted` until the first one. */
  status: 'accepted' | MessageStatus;
}

/** What the pretend Cloud API needs. */
export interface WhatsAppSurroundings {
  /** Delivers the statuses. */
  courier: Courier;
  clock: () => number;
  changed: () => void;
  /** Messages of an earlier run. */
  earlier?: readonly ReceivedMessage[];
}

/** A number without its country has so many digits at most. */
const BRAZILIAN = 11;
/** Where the business has named no number of its own. */
const DEFAULT_NUMBER = '104857600';
const usualPace = { sent: 40, delivered: 90, read: 250 };
const messageUndeliverable = 131026;
const stoppedMarketing = 131050;
/** Within so long of what a phone wrote, texts of the business's own pass. */
const windowMs = 24 * 3_600_000;

/** The pretend Cloud API: accepts messages, keeps them by phone and reports what becomes of them. */
export class WhatsApp {
  readonly faults = new FaultQueue<WhatsAppFault>();
  private readonly received: ReceivedMessage[] = [];
  private readonly byPhone = new Map<string, ReceivedMessage[]>();
  private readonly timers = new Timers();
  /** When a phone wrote last, by its key. */
  private readonly written = new Map<string, number>();
  /** Phones that are not on WhatsApp, by their keys. */
  private readonly absent = new Set<string>();
  /** Phones that WhatsApp knows with their ninth digit alone, or without it, by their keys. */
  private readonly forms = new Map<string, boolean>();
  /** Phones whose owners show no number to businesses, by their keys. */
  private readonly hidden = new Set<string>();
  /** By which code what is sent is refused until told otherwise: by a template, or (null) whatever it is. */
  private readonly refusals = new Map<string | null, number>();
  /** Phones whose owners have stopped the business's messages in the app, by their keys. */
  private readonly blocked = new Set<string>();

  constructor(
    readonly settings: WhatsAppSettings,
    private readonly surroundings: WhatsAppSurroundings,
  ) {
    for (const message of surroundings.earlier ?? []) this.keep(message);
  }

  /** Accepts a checked message; its statuses follow. `failure` is the code it is to fail with afterwards. */
  accept(message: OutgoingMessage | OutgoingText, phoneNumberId: string, failure?: number): ReceivedMessage {
    const { to, digits, text } = message;
    const own = 'template' in message ? message : null;
    const id = `wamid.${randomBytes(24).toString('base64url')}`;
    const waId = this.forms.has(phoneKey(digits)) ? digits : waIdOf(digits);
    const kept: ReceivedMessage = {
      ...{ id, to, waId, text, template: own?.template.name ?? null, parameters: own?.parameters ?? [] },
      ...{ opaque: own?.opaque },
      ...(own?.button == null ? {} : { button: own.button }),
      at: this.surroundings.clock(),
      status: 'accepted',
    };
    this.keep(kept);
    const blocked = this.blocked.has(phoneKey(digits)) ? stoppedMarketing : undefined;
    const isAbsent = isLandline(digits) || this.absent.has(phoneKey(digits)) || !this.knows(digits);
    const undeliverable = isAbsent ? messageUndeliverable : undefined;
    this.follow(kept, phoneNumberId, failure ?? blocked ?? undeliverable);
    this.surroundings.changed();
    return kept;
  }

  /** A phone writes to the business: its text goes to the webhook. @returns Meta's id of it */
  reply(phone: string, text: string): string {
    const digits = recipientDigits(phone);
    if (digits === undefined) throw new RangeError('Whose phone answers has to be a number.');
    const from = waIdOf(digits.length > BRAZILIAN ? digits : `55${digits}`);
    const id = `wamid.${randomBytes(24).toString('base64url')}`;
    const at = this.surroundings.clock();
    this.written.set(phoneKey(from), at);
    const { webhookUrl, phoneNumberId = DEFAULT_NUMBER } = this.settings;
    const shown = this.hidden.has(phoneKey(from)) ? null : from;
    const body = answerBody({ id, from: shown, user: userIdOf(from), text, at }, phoneNumberId);
    if (webhookUrl !== undefined)
      this.surroundings.courier.post({ sender: 'whatsapp', subject: 'answer', body });
    return id;
  }

  /** Whether a phone has written within the last day. */
  isOpen(digits: string): boolean {
    const at = this.written.get(phoneKey(digits));
    return at !== undefined && this.surroundings.clock() - at < windowMs;
  }

  /** A phone's owner stops the business's messages in the app, or lets them through again. */
  block(phone: string, blocked: boolean): void {
    if (blocked) this.blocked.add(phoneKey(phone));
    else this.blocked.delete(phoneKey(phone));
  }

  /** A phone leaves WhatsApp, or comes back: what is sent to it is accepted, and fails. */
  leave(phone: string, left: boolean): void {
    if (left) this.absent.add(phoneKey(phone));
    else this.absent.delete(phoneKey(phone));
  }

  /** A phone's owner takes a user name and shows businesses no number any more, or shows it again. */
  hide(phone: string, hidden: boolean): void {
    if (hidden) this.hidden.add(phoneKey(phone));
    else this.hidden.delete(phoneKey(phone));
  }

  /** WhatsApp knows a Brazilian mobile with its ninth digit alone, or without it, as happens; null: by either. */
  knowBy(phone: string, ninth: boolean | null): void {
    if (ninth === null) this.forms.delete(phoneKey(phone));
    else this.forms.set(phoneKey(phone), ninth);
  }

  /**
   * Meta refuses whatever is sent, or what is sent by one template, with this code from now on, such as 132015 for a template that it has
   * paused, or 131048 where the quality of the number has dropped; null: not any more.
   */
  refuse(code: number | null, template: string | null = null): void {
    if (code === null) this.refusals.delete(template);
    else this.refusals.set(template, code);
  }

  /** By which code a message is refused; undefined: it is not. */
  refusalOf(template: string | null): number | undefined {
    return this.refusals.get(null) ?? (template === null ? undefined : this.refusals.get(template));
  }

  /** All accepted messages, or those of one phone in any spelling, the oldest first. */
  messages(phone?: string): readonly ReceivedMessage[] {
    return phone === undefined ? this.received : (this.byPhone.get(phoneKey(phone)) ?? []);
  }

  /** Stops statuses that have not been reported yet. */
  close(): void {
    this.timers.clear();
  }

  private knows(digits: string): boolean {
    const form = this.forms.get(phoneKey(digits));
    return form === undefined || form === hasNinthDigit(digits);
  }

  private keep(message: ReceivedMessage): void {
    this.received.push(message);
    const key = phoneKey(message.waId);
    const known = this.byPhone.get(key);
    if (known) known.push(message);
    else this.byPhone.set(key, [message]);
  }

  private follow(message: ReceivedMessage, phoneNumberId: string, failure: number | undefined): void {
    const pace = this.settings.statusAfterMs ?? usualPace;
    this.timers.after(pace.sent, () => this.report(message, 'sent', phoneNumberId));
    if (failure !== undefined) {
      this.timers.after(pace.delivered, () => this.report(message, 'failed', phoneNumberId, failure));
      return;
    }
    this.timers.after(pace.delivered, () => this.report(message, 'delivered', phoneNumberId));
    this.timers.after(pace.read, () => this.report(message, 'read', phoneNumberId));
  }

  private report(
    message: ReceivedMessage,
    status: MessageStatus,
    phoneNumberId: string,
    code?: number,
  ): void {
    message.status = status;
    this.surroundings.changed();
    if (this.settings.webhookUrl === undefined) return;
    const told = { ...message, user: userIdOf(message.waId) };
    const body = statusBody(told, status, this.surroundings.clock(), phoneNumberId, code);
    this.surroundings.courier.post({ sender: 'whatsapp', subject: status, body });
  }
}
