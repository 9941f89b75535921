import type { Channel, Instant, Zone } from '../basis';
import type { Sale } from './sale';

/** What is known of a sale that has just been heard of. */
export interface SaleOrigin {
  id: string;
  merchantId: string;
  channel: Channel;
  externalId: string;
  /** The Bling connection that sold it; null for other channels. */
  connectionId: string | null;
  zone: Zone;
}

/** A sale of which nothing is known yet but where it comes from: open, of nobody, without content or benefit. */
export function newSale(origin: SaleOrigin, now: Instant): Sale {
  const { id, merchantId, zone } = origin;
  return {
    id,
    merchantId,
    source: unreadSource(origin),
    content: {
      storeId: null,
      zone,
      soldAt: null,
      totalCents: 0,
      freightCents: 0,
      otherExpensesCents: 0,
      discountCents: 0,
      items: [],
    },
    owner: { customerId: null, identifiedBy: null, claimedAt: null, claimCall: null, claimRequest: null },
    purchase: {
      duplicateOf: null,
      reviewId: null,
      tellings: [],
      comparedAs: null,
      returns: [],
      returnedCents: 0,
    },
    benefit: {
      programVersion: null,
      pinned: null,
      formerPins: [],
      usesFoundBy: null,
      evaluated: null,
      explanation: [],
      status: 'waiting',
      earnedCents: 0,
      earnedPoints: 0,
      earnedVouchers: 0,
      activatesAt: null,
      expiresAt: null,
      refundedCents: 0,
      voided: false,
    },
    notices: { silent: false, given: [], postponed: [] },
    timeline: [{ at: now, event: 'received', text: 'Venda recebida' }],
    createdAt: now,
    version: 1,
  };
}

function unreadSource({ id, channel, externalId, connectionId }: SaleOrigin): Sale['source'] {
  return {
    channel,
    externalId,
    connectionId,
    number: null,
    marketplaceNumber: null,
    invoiceNumber: null,
    accessKey: null,
    erpNumber: null,
    refs: [id, externalId],
    status: 'open',
    refusal: null,
    lateness: null,
    contactId: null,
    completedAt: null,
    readAt: null,
    parked: null,
  };
}
