import { localDate } from './brasilia';
import { contactFrom } from './contact';
import type { Contact, ContactDraft } from './contact';
import { IdSequence } from './id-sequence';
import { invoiceSituations } from './invoice';
import type { Invoice, InvoiceDraft } from './invoice';
import { invoiceAtCounter, invoiceOfOrder } from './invoices';
import type { InvoiceOrigin } from './invoices';
import { newOrder, patchedOrder } from './order-writing';
import type { Order, OrderDraft } from './order';
import { makeProfile } from './profile';
import type { CompanyProfile } from './profile';
import { makeCustomers, makePerson } from './people';
import { makeSale } from './random-sale';
import { Randomness } from './randomness';
import { situationIds } from './situation';
import type { Situation } from './situation';
import { missing } from './world-error';

/** What happened to an order or an NFC-e, in the words of the webhooks. */
export type EventAction = 'created' | 'updated' | 'deleted';

/** Everything a company is, as it goes into the state file. */
export interface CompanyRecord {
  profile: CompanyProfile;
  randomness: number;
  ids: number;
  lastNumber: number;
  contacts: (Omit<Contact, 'createdAt' | 'changedAt'> & Partial<Pick<Contact, 'createdAt' | 'changedAt'>>)[];
  orders: Order[];
  /** A state file of an earlier version has none. */
  invoices?: Invoice[];
  lastInvoice?: number;
}

/** What a company needs from its surroundings. */
export interface CompanySurroundings {
  clock: () => number;
  /** Called after every change of an order; a deleted one is passed as it last was. */
  orderChanged: (company: Company, action: EventAction, order: Order) => void;
  /** The same of an NFC-e. */
  invoiceChanged: (company: Company, action: EventAction, invoice: Invoice) => void;
  /** Called after every change of a contact. */
  contactChanged: () => void;
}

/** One Bling account: its contacts, its orders and its NFC-e, and the numbers that go with them. */
export class Company {
  readonly profile: CompanyProfile;
  readonly random: Randomness;
  readonly contacts = new Map<number, Contact>();
  readonly orders = new Map<number, Order>();
  readonly invoices = new Map<number, Invoice>();
  /** How many rows each page of a list repeats of the one before. */
  repeatedRows = 0;
  private readonly ids: IdSequence;
  private lastNumber: number;
  private lastInvoice: number;

  private constructor(
    record: CompanyRecord,
    private readonly surroundings: CompanySurroundings,
  ) {
    this.profile = record.profile;
    this.random = new Randomness(record.randomness);
    this.ids = new IdSequence(record.profile.index, record.ids);
    this.lastNumber = record.lastNumber;
    this.lastInvoice = record.lastInvoice ?? 1_233;
    const now = surroundings.clock();
    for (const contact of record.contacts) {
      // A state file of an earlier version does not know when.
      const times = { createdAt: contact.createdAt ?? now, changedAt: contact.changedAt ?? now };
      this.contacts.set(contact.id, { ...contact, ...times });
    }
    for (const order of record.orders) this.orders.set(order.id, order);
    for (const invoice of record.invoices ?? []) this.invoices.set(invoice.id, invoice);
  }

  /** A new account with a customer file made from the seed. The first contact is always "Consumidor Final". */
  static found(seed: string, index: number, contacts: number, surroundings: CompanySurroundings): Company {
    const random = Randomness.from(seed, index);
    const profile = makeProfile(random, index);
    const record = {
      profile,
      randomness: random.mark(),
      ids: 0,
      lastNumber: 13_700,
      contacts: [],
      orders: [],
    };
    const company = new Company(record, surroundings);
    company.write({ name: 'Consumidor Final' });
    for (const customer of makeCustomers(company.random, contacts)) company.write(customer);
    return company;
  }

  /** An account as it was saved. */
  static restore(record: CompanyRecord, surroundings: CompanySurroundings): Company {
    return new Company(record, surroundings);
  }

  /** The built-in anonymous contact. */
  get anonymousContact(): Contact {
    return this.contact(this.ids.at('contact', 1));
  }

  /** The contact, or a WorldError. */
  contact(id: number): Contact {
    return this.contacts.get(id) ?? missing(`contact ${id}`, this.profile.name);
  }

  /** The order, or a WorldError. */
  order(id: number): Order {
    return this.orders.get(id) ?? missing(`order ${id}`, this.profile.name);
  }

  /** The NFC-e, or a WorldError. */
  invoice(id: number): Invoice {
    return this.invoices.get(id) ?? missing(`invoice ${id}`, this.profile.name);
  }

  /** The situation of that id, or a WorldError. */
  situation(id: number): Situation {
    return (
      this.profile.situations.find((one) => one.id === id) ?? missing(`situation ${id}`, this.profile.name)
    );
  }

  /** Adds a contact of which only the draft is known; without a draft, a random person. */
  addContact(draft?: ContactDraft): Contact {
    const contact = this.write(draft ?? makePerson(this.random));
    this.surroundings.contactChanged();
    return contact;
  }

  /** Changes a contact. Bling has no webhook for it. */
  editContact(id: number, change: ContactDraft): Contact {
    const contact = this.contact(id);
    const { createdAt } = contact;
    const edited = contactFrom(
      id,
      { ...contact, ...change, address: { ...contact.address, ...change.address } },
      { createdAt, changedAt: this.surroundings.clock() },
    );
    this.contacts.set(id, edited);
    this.surroundings.contactChanged();
    return edited;
  }

  /** Adds an order, "Em aberto" unless the draft says otherwise, made now or at an earlier instant (epoch ms). */
  createOrder(draft: OrderDraft = {}, now = this.surroundings.clock()): Order {
    const whole = this.completedDraft(draft);
    this.checkDraft(whole);
    this.lastNumber += 1;
    const order = newOrder(whole, {
      id: this.ids.next('order'),
      number: this.lastNumber,
      sellerId: this.profile.sellerId,
      today: localDate(now),
      contactId: this.anonymousContact.id,
      now,
      nextItemId: () => this.ids.next('item'),
    });
    this.orders.set(order.id, order);
    this.surroundings.orderChanged(this, 'created', order);
    return order;
  }

  /** Changes what the draft names; the totals follow. */
  patchOrder(id: number, change: OrderDraft): Order {
    this.checkDraft(change);
    const now = this.surroundings.clock();
    const order = patchedOrder(this.order(id), change, now, () => this.ids.next('item'));
    this.orders.set(id, order);
    this.surroundings.orderChanged(this, 'updated', order);
    return order;
  }

  /** Removes an order for good. */
  deleteOrder(id: number): Order {
    const order = this.order(id);
    this.orders.delete(id);
    this.surroundings.orderChanged(this, 'deleted', order);
    return order;
  }

  /** Issues an NFC-e at the counter, with no order. */
  issueInvoice(draft: InvoiceDraft = {}): Invoice {
    if (draft.contactId !== undefined) this.contact(draft.contactId);
    return this.keepInvoice('created', invoiceAtCounter(draft, this.invoiceOrigin()));
  }

  /** Issues the NFC-e of an order, which names it from then on. */
  issueInvoiceOf(orderId: number, situationId: number = invoiceSituations.authorised): Invoice {
    const invoice = invoiceOfOrder(this.order(orderId), situationId, this.invoiceOrigin());
    this.keepInvoice('created', invoice);
    this.patchOrder(orderId, { invoiceId: invoice.id });
    return invoice;
  }

  /** Moves an NFC-e to another situation. */
  moveInvoice(id: number, situationId: number): Invoice {
    return this.keepInvoice('updated', { ...this.invoice(id), situationId });
  }

  /** Removes an NFC-e for good. */
  deleteInvoice(id: number): void {
    const invoice = this.invoice(id);
    this.invoices.delete(id);
    this.surroundings.invoiceChanged(this, 'deleted', invoice);
  }

  /** A random customer: now and then "Consumidor Final". */
  someCustomer(anonymousShare = 0.15): Contact {
    if (this.random.chance(anonymousShare)) return this.anonymousContact;
    return this.random.pick([...this.contacts.values()]);
  }

  /** What goes into the state file. */
  record(): CompanyRecord {
    return {
      profile: this.profile,
      randomness: this.random.mark(),
      ids: this.ids.mark(),
      lastNumber: this.lastNumber,
      contacts: [...this.contacts.values()],
      orders: [...this.orders.values()],
      invoices: [...this.invoices.values()],
      lastInvoice: this.lastInvoice,
    };
  }

  private completedDraft(draft: OrderDraft): OrderDraft {
    const contactId = draft.contactId ?? this.someCustomer().id;
    const situationId = draft.situationId ?? situationIds.open;
    const random = draft.items || draft.totalCents !== undefined ? {} : makeSale(this.random, this.shopId());
    return { ...random, ...draft, contactId, situationId };
  }

  private checkDraft(draft: OrderDraft): void {
    if (draft.contactId !== undefined) this.contact(draft.contactId);
    if (draft.situationId !== undefined) this.situation(draft.situationId);
  }

  private keepInvoice(action: EventAction, invoice: Invoice): Invoice {
    this.invoices.set(invoice.id, invoice);
    this.surroundings.invoiceChanged(this, action, invoice);
    return invoice;
  }

  private invoiceOrigin(): InvoiceOrigin {
    this.lastInvoice += 1;
    return {
      profile: this.profile,
      id: this.ids.next('invoice'),
      number: this.lastInvoice,
      itemId: this.ids.next('item'),
      contactId: this.anonymousContact.id,
      now: this.surroundings.clock(),
    };
  }

  private shopId(): number {
    return this.profile.channels[0]?.id ?? 0;
  }

  private write(draft: ContactDraft): Contact {
    const now = this.surroundings.clock();
    const contact = contactFrom(this.ids.next('contact'), draft, { createdAt: now, changedAt: now });
    this.contacts.set(contact.id, contact);
    return contact;
  }
}
