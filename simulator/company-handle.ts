import type { Bling, BlingFault, RequestCounts } from './bling';
import type { Delivery, OrderEvent, WebhookDispatcher, WebhookMode } from './webhooks';
import { orderEvent } from './webhooks';
import { invoiceSituations, situationIds } from './world';
import type { Company, CompanyProfile, Contact, ContactDraft, EventAction } from './world';
import type { Invoice, InvoiceDraft, Order, OrderDraft } from './world';

/** One pretend Bling account in the hands of a test, or of the page. Wrong ids throw a WorldError. */
export class CompanyHandle {
  constructor(
    private readonly company: Company,
    private readonly bling: Bling,
    private readonly webhooks: WebhookDispatcher,
  ) {}

  /** Its place among the companies, from 0. */
  get index(): number {
    return this.company.profile.index;
  }

  /** The 32 hex characters the webhooks call `companyId`. */
  get id(): string {
    return this.company.profile.id;
  }

  /** Name, situations, channels and the like. */
  get profile(): Readonly<CompanyProfile> {
    return this.company.profile;
  }

  /** The built-in contact "Consumidor Final". */
  get anonymousContact(): Contact {
    return this.company.anonymousContact;
  }

  /** True once the merchant allowed the app and its tokens were fetched, until they are revoked. */
  get isConnected(): boolean {
    return this.bling.grants.isConnected(this.index);
  }

  /** All contacts, the oldest first. */
  contacts(): Contact[] {
    return [...this.company.contacts.values()];
  }

  /** The contact as it stands. */
  contact(id: number): Contact {
    return this.company.contact(id);
  }

  /** Adds a contact of which only the draft is known; without a draft, a random person. */
  addContact(draft?: ContactDraft): Contact {
    return this.company.addContact(draft);
  }

  /** Changes a contact; Bling sends no webhook for it. */
  editContact(id: number, change: ContactDraft): Contact {
    return this.company.editContact(id, change);
  }

  /** From now on each page of contacts and of orders repeats so many rows of the one before, as Bling's lists do at times. */
  repeatRows(count: number): void {
    this.company.repeatedRows = count;
  }

  /** All orders, the oldest first. */
  orders(): Order[] {
    return [...this.company.orders.values()];
  }

  /** The order as it stands. */
  order(id: number): Order {
    return this.company.order(id);
  }

  /** Makes an order, "Em aberto" unless the draft says otherwise: `order.created`. */
  createOrder(draft?: OrderDraft): Order {
    return this.company.createOrder(draft);
  }

  /** Changes an order: `order.updated`. A new `totalCents` lowers by a discount, raises by a further item. */
  patchOrder(id: number, change: OrderDraft): Order {
    return this.company.patchOrder(id, change);
  }

  /** Moves an order to another situation: `order.updated`. */
  setSituation(id: number, situationId: number): Order {
    return this.company.patchOrder(id, { situationId });
  }

  /** Moves an order to "Atendido". */
  completeOrder(id: number): Order {
    return this.setSituation(id, situationIds.completed);
  }

  /** Moves an order to "Cancelado". */
  cancelOrder(id: number): Order {
    return this.setSituation(id, situationIds.cancelled);
  }

  /** Deletes an order for good. As measured on Bling, it is first cancelled, unless `cancelFirst` is false. */
  deleteOrder(id: number, { cancelFirst = true } = {}): void {
    const isCancelled = this.order(id).situationId === situationIds.cancelled;
    if (cancelFirst && !isCancelled) this.cancelOrder(id);
    this.company.deleteOrder(id);
  }

  /** All NFC-e, the oldest first. */
  invoices(): Invoice[] {
    return [...this.company.invoices.values()];
  }

  /** Issues an NFC-e at the counter, authorised unless the draft says otherwise: `consumer_invoice.created`. */
  issueInvoice(draft?: InvoiceDraft): Invoice {
    return this.company.issueInvoice(draft);
  }

  /** Issues the NFC-e of an order, which names it from then on: `consumer_invoice.created`, then `order.updated`. */
  issueInvoiceOf(orderId: number, situationId?: number): Invoice {
    return this.company.issueInvoiceOf(orderId, situationId);
  }

  /** Moves an NFC-e to another situation: `consumer_invoice.updated`. */
  moveInvoice(id: number, situationId: number): Invoice {
    return this.company.moveInvoice(id, situationId);
  }

  /** Authorises an NFC-e. */
  authoriseInvoice(id: number): Invoice {
    return this.moveInvoice(id, invoiceSituations.authorised);
  }

  /** Cancels an NFC-e. */
  cancelInvoice(id: number): Invoice {
    return this.moveInvoice(id, invoiceSituations.cancelled);
  }

  /** Deletes an NFC-e for good: `consumer_invoice.deleted`. */
  deleteInvoice(id: number): void {
    this.company.deleteInvoice(id);
  }

  /** From now on events are sent (`live`), kept for `takeHeldEvents` (`held`) or lost (`dropped`). */
  setWebhookMode(mode: WebhookMode): void {
    this.webhooks.setMode(this.index, mode);
  }

  /** How events are treated. */
  get webhookMode(): WebhookMode {
    return this.webhooks.modeOf(this.index);
  }

  /** Takes out what was held, in the order it happened. */
  takeHeldEvents(): OrderEvent[] {
    return this.webhooks.takeHeld(this.index);
  }

  /** The last events, or those of one order, sent or not, in the order they happened. */
  events(orderId?: number): OrderEvent[] {
    return this.webhooks.eventsOf(this.index, orderId);
  }

  /** Sends exactly these events in this order, each `copies` times, and waits for the first answer to each. */
  deliver(events: readonly OrderEvent[], { copies = 1 } = {}): Promise<Delivery[]> {
    return this.webhooks.deliver(events, copies);
  }

  /** Makes a fresh event of an order as it stands, without sending it. */
  eventOf(orderId: number, action: EventAction): OrderEvent {
    const { clock } = this.bling;
    return orderEvent(
      this.company,
      action,
      this.order(orderId),
      clock(),
      this.webhooks.manners.withSituation,
    );
  }

  /**
   * Sends an order's last event again `times` times, or with `reversed` all its events the last one first. An order
   * without events (made before the app was connected) gets a fresh `order.updated`.
   */
  sendAgain(orderId: number, { times = 1, reversed = false } = {}): Promise<Delivery[]> {
    const known = this.events(orderId);
    const events = known.length > 0 ? known : [this.eventOf(orderId, 'updated')];
    return this.deliver(reversed ? [...events].reverse() : events.slice(-1), { copies: times });
  }

  /** Makes every access token expire now; refreshing still works. */
  forceTokenExpiry(): void {
    this.bling.grants.expireAccess(this.index);
    this.bling.tokensChanged();
  }

  /** Takes the app's access back, as a merchant does who uninstalls it. */
  revokeAccess(): void {
    this.bling.grants.revokeCompany(this.index);
    this.bling.tokensChanged();
  }

  /** The next answers to this company go wrong. */
  injectFault(fault: Omit<BlingFault, 'company'>): void {
    this.bling.faults.inject({ ...fault, company: this.index });
  }

  /** What was asked of this company. */
  counters(): RequestCounts {
    return this.bling.counterOf(this.index).counts();
  }

  /** Counts from zero again. */
  resetCounters(): void {
    this.bling.counterOf(this.index).reset();
  }
}
