import type { Company, EventAction, Invoice, Order, Randomness } from '../world';
import type { Courier } from './courier';
import type { Delivery, Parcel } from './delivery';
import { invoiceEvent, orderEvent } from './order-event';
import type { OrderEvent } from './order-event';

/** `live`: sent as they happen; `held`: kept until handed out by the caller; `dropped`: never sent. */
export type WebhookMode = 'live' | 'held' | 'dropped';

/** How Bling's webhooks are sent while live. */
export interface WebhookManners {
  /** How often each event is sent; 2 and more are duplicates. */
  copies: number;
  /** Each event waits up to so many milliseconds, chosen at random, so that they overtake each other; 0: at once. */
  shuffleMs: number;
  /** Whether the payload carries `situacao`. */
  withSituation: boolean;
  /** The share of events that are lost, chosen at random by the seed, 0 to 1. */
  lossRate: number;
}

/** Each sent once, as it happens, with the situation. */
export const plainManners: WebhookManners = { copies: 1, shuffleMs: 0, withSituation: true, lossRate: 0 };

const keptEvents = 1000;

/** Turns changes of orders and NFC-e into webhooks, and lets a test decide which are sent, how often and in what order. */
export class WebhookDispatcher {
  private readonly modes = new Map<number, WebhookMode>();
  private readonly held = new Map<number, OrderEvent[]>();
  private readonly recent = new Map<number, OrderEvent[]>();

  /**
   * @param manners may be changed while running
   * @param random decides how long shuffled events wait, and which are lost
   * @param isConnected events start once the merchant's tokens were obtained
   */
  constructor(
    readonly manners: WebhookManners,
    private readonly courier: Courier,
    private readonly clock: () => number,
    private readonly random: Randomness,
    private readonly isConnected: (companyIndex: number) => boolean,
  ) {}

  /** Makes the event of a change and sends, holds or drops it. Nothing happens for a company that is not connected. */
  happened(company: Company, action: EventAction, order: Order): void {
    this.tell(company, () => orderEvent(company, action, order, this.clock(), this.manners.withSituation));
  }

  /** The same for a change of an NFC-e. */
  invoiceHappened(company: Company, action: EventAction, invoice: Invoice): void {
    this.tell(company, () => invoiceEvent(company, action, invoice, this.clock()));
  }

  private tell(company: Company, make: () => OrderEvent): void {
    const { index } = company.profile;
    if (!this.isConnected(index)) return;
    const event = make();
    const events = listIn(this.recent, index);
    events.push(event);
    if (events.length > 2 * keptEvents) events.splice(0, keptEvents);
    const mode = this.modeOf(index);
    if (mode === 'held') listIn(this.held, index).push(event);
    const { lossRate } = this.manners;
    if (mode !== 'live' || (lossRate > 0 && this.random.chance(lossRate))) return;
    for (let copy = 0; copy < this.manners.copies; copy += 1) {
      this.courier.post(parcelOf(event), this.random.fraction() * this.manners.shuffleMs);
    }
  }

  /** How a company's events are treated. */
  modeOf(companyIndex: number): WebhookMode {
    return this.modes.get(companyIndex) ?? 'live';
  }

  /** Changes how a company's coming events are treated; what is held stays held. */
  setMode(companyIndex: number, mode: WebhookMode): void {
    this.modes.set(companyIndex, mode);
  }

  /** Takes out the events held so far, in the order they happened. */
  takeHeld(companyIndex: number): OrderEvent[] {
    return listIn(this.held, companyIndex).splice(0);
  }

  /** The last events of a company, or of one of its orders or NFC-e, in the order they happened. */
  eventsOf(companyIndex: number, orderId?: number): OrderEvent[] {
    const events = listIn(this.recent, companyIndex);
    return events.filter((event) => orderId === undefined || event.orderId === orderId);
  }

  /**
   * Sends exactly these events one after the other and waits for the first answer to each. The `copies` of one event
   * go out together.
   */
  async deliver(events: readonly OrderEvent[], copies: number): Promise<Delivery[]> {
    const deliveries: Delivery[] = [];
    for (const event of events) {
      const handed = Array.from({ length: copies }, () => this.courier.hand(parcelOf(event)));
      deliveries.push(...(await Promise.all(handed)));
    }
    return deliveries;
  }
}

function parcelOf(event: OrderEvent): Parcel {
  const { name, eventId, companyIndex, orderId, body } = event;
  return { sender: 'bling', subject: name, eventId, companyIndex, orderId, body };
}

function listIn(map: Map<number, OrderEvent[]>, key: number): OrderEvent[] {
  const known = map.get(key);
  if (known) return known;
  const fresh: OrderEvent[] = [];
  map.set(key, fresh);
  return fresh;
}
