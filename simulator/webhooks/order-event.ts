import { randomBytes } from 'node:crypto';
import { reais, situationRef } from '../bling';
import type { Company, Order, OrderAction } from '../world';

/** An event of an order, exactly as it is delivered. */
export interface OrderEvent {
  eventId: string;
  /** `order.created`, `order.updated` or `order.deleted`. */
  name: `order.${OrderAction}`;
  companyIndex: number;
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
  action: OrderAction,
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
  action: OrderAction,
  order: Order,
  at: number,
  withSituation: boolean,
): OrderEvent {
  const eventId = uuidV7(at);
  const name = `order.${action}` as const;
  const body = JSON.stringify({
    eventId,
    date: new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    version: 'v1',
    event: name,
    companyId: company.profile.id,
    data: payload(company, action, order, withSituation),
  });
  return { eventId, name, companyIndex: company.profile.index, orderId: order.id, at, body };
}
