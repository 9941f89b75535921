import type { CompanyHandle } from '../company-handle';
import type { Simulator } from '../simulator';
import { catalog } from '../world';
import type { Invoice, Order } from '../world';

function company(handle: CompanyHandle): Record<string, unknown> {
  const { index, id, profile, isConnected, webhookMode } = handle;
  return {
    ...{ index, id, isConnected, webhookMode },
    name: profile.name,
    situations: profile.situations,
    channels: profile.channels,
    anonymousContactId: handle.anonymousContact.id,
    requests: handle.counters(),
  };
}

/** Everything small the page shows: companies, settings, faults waiting, token calls, products. */
export function overview(simulator: Simulator): Record<string, unknown> {
  return {
    smtpUrl: simulator.smtpUrl,
    companies: simulator.companies.map(company),
    settings: simulator.settings(),
    tokens: simulator.tokenCounters(),
    faults: {
      bling: simulator.blingFaults.list(),
      whatsapp: simulator.whatsapp.faults.list(),
      mail: simulator.mail.faults.list(),
    },
    products: catalog,
  };
}

/** An order with its customer's name. */
export function orderView(handle: CompanyHandle, order: Order): Record<string, unknown> {
  return { ...order, contactName: handle.contact(order.contactId).name };
}

/** An NFC-e with its customer's name, and the number of the order that names it. */
export function invoiceView(handle: CompanyHandle, invoice: Invoice): Record<string, unknown> {
  const order = handle.orders().find(({ invoiceId }) => invoiceId === invoice.id);
  const contactName = handle.contact(invoice.contactId).name;
  return { ...invoice, contactName, orderNumber: order?.number ?? null };
}
