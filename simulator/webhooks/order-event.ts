import { randomBytes } from 'node:crypto';
import { invoiceHead, reais, situationRef } from '../bling';
import type { Company, EventAction, Invoice, Order } from '../world';

/** An event of an order or an NFC-e, exactly as it is delivered. */
export interface OrderEvent {
  eventId: string;
  /** `order.created`, `consumer_invoice.deleted` and the like. */
  name: `${'order' | 'consumer_invoice'}.${EventAction}`;
  companyIndex: number;
  /** The order, or the NFC-e. */
  orderId: number;
  /** When it happened, epoch ms. */
  at: number;
  /** The compact JSON that is signed and sent. */
  body: string;
}

/** A version 7 UUID whose time is `at` (epoch ms), as Bling's event ids are. */
function uuidV7(at: number): string {
  const time = at.toString(16).padStart(12, '0');
  const random = randomBytes(10).toString('hex');
  const variant = ((parseInt(random[3] as string, 16) & 0x3) | 0x8).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${random.slice(0, 3)}`,
    `${variant}${random.slice(4, 7)}`,
    random.slice(8, 20),
  ].join('-');
}

function payload(
  company: Company,
  action: EventAction,
  order: Order,
  withSituation: boolean,
): Record<string, unknown> {
  if (action === 'deleted') return { id: order.id };
  return {
    id: order.id,
    data: order.date,
    numero: order.number,
    numeroLoja: order.storeNumber,
    total: reais(order.totalCents),
    contato: { id: order.contactId },
    vendedor: { id: order.sellerId },
    loja: { id: order.channelId },
    ...(withSituation ? { situacao: situationRef(company, order) } : {}),
  };
}

/**
 * The event of a change at `at`. The envelope's date is UTC with the resolution of a second; `withSituation` false
 * gives the payload Bling sent before February 2026.
 */
export function orderEvent(
  company: Company,
  action: EventAction,
  order: Order,
  at: number,
  withSituation: boolean,
): OrderEvent {
  return enveloped(company, `order.${action}`, order.id, payload(company, action, order, withSituation), at);
}

/** The event of a change of an NFC-e at `at`. */
export function invoiceEvent(
  company: Company,
  action: EventAction,
  invoice: Invoice,
  at: number,
): OrderEvent {
  const data = action === 'deleted' ? { id: invoice.id } : invoiceHead(invoice);
  return enveloped(company, `consumer_invoice.${action}`, invoice.id, data, at);
}

function enveloped(
  company: Company,
  name: OrderEvent['name'],
  orderId: number,
  data: Record<string, unknown>,
  at: number,
): OrderEvent {
  const eventId = uuidV7(at);
  const body = JSON.stringify({
    eventId,
    date: new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    version: 'v1',
    event: name,
    companyId: company.profile.id,
    data,
  });
  return { eventId, name, companyIndex: company.profile.index, orderId, at, body };
}
