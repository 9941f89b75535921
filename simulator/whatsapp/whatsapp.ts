import { randomBytes } from 'node:crypto';
import { FaultQueue } from '../fault-queue';
import { Timers } from '../timers';
import type { Courier } from '../webhooks';
import type { WhatsAppFault } from './faults';
import type { OutgoingMessage } from './outgoing';
import { isLandline, phoneKey, waIdOf } from './phone-number';
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
  /** When the statuses follow acceptance, in milliseconds. */
  statusAfterMs?: { sent: number; delivered: number; read: number };
}

/** A message the API accepted. */
export interface ReceivedMessage {
  id: string;
  /** The recipient as the sender wrote it. */
  to: string;
  waId: string;
  template: string;
  parameters: string[];
  /** What the customer reads. */
  text: string;
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

const usualPace = { sent: 40, delivered: 90, read: 250 };
const messageUndeliverable = 131026;

/** The pretend Cloud API: accepts messages, keeps them by phone and reports what becomes of them. */
export class WhatsApp {
  readonly faults = new FaultQueue<WhatsAppFault>();
  private readonly received: ReceivedMessage[] = [];
  private readonly byPhone = new Map<string, ReceivedMessage[]>();
  private readonly timers = new Timers();

  constructor(
    readonly settings: WhatsAppSettings,
    private readonly surroundings: WhatsAppSurroundings,
  ) {
    for (const message of surroundings.earlier ?? []) this.keep(message);
  }

  /** Accepts a checked message; its statuses follow. `failure` is the code it is to fail with afterwards. */
  accept(message: OutgoingMessage, phoneNumberId: string, failure?: number): ReceivedMessage {
    const { to, digits, template, parameters, text, opaque } = message;
    const id = `wamid.${randomBytes(24).toString('base64url')}`;
    const waId = waIdOf(digits);
    const kept: ReceivedMessage = {
      ...{ id, to, waId, template: template.name, parameters, text, opaque },
      at: this.surroundings.clock(),
      status: 'accepted',
    };
    this.keep(kept);
    this.follow(kept, phoneNumberId, failure ?? (isLandline(digits) ? messageUndeliverable : undefined));
    this.surroundings.changed();
    return kept;
  }

  /** All accepted messages, or those of one phone in any spelling, the oldest first. */
  messages(phone?: string): readonly ReceivedMessage[] {
    return phone === undefined ? this.received : (this.byPhone.get(phoneKey(phone)) ?? []);
  }

  /** Stops statuses that have not been reported yet. */
  close(): void {
    this.timers.clear();
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
    const body = statusBody(message, status, this.surroundings.clock(), phoneNumberId, code);
    this.surroundings.courier.post({ sender: 'whatsapp', subject: status, body });
  }
}
