import type { z } from 'zod';
import { consumerInvoiceOf, statusAt } from '../../loyalty';
import type { Instant, Sale, SaleReturn, SaleStatus, Wallet } from '../../loyalty';
import type { Message, ProgramVersion, StatementLine } from '../../store';
import type { Runs } from '../../runs';
import { iso, isoOrNull, maskedName } from '../http';
import type { KeyNamed } from '../http';
import type { claimedSaleSchema, saleSchema, saleSummarySchema } from './sale-schema';
import { benefitView, lastEnd } from './sale-benefit-view';
import { messageView } from './sale-message-schema';
import { amountsView, explanationView, itemsView } from './sale-parts-view';
import { nextView, paidByView, runsView } from './sale-course-view';
import { timelineView } from './timeline-view';

/** What is known of a sale besides itself: its movements, its messages, and its customer's wallet with its lots. */
export interface SaleContext {
  entries: readonly StatementLine[];
  messages: readonly Message[];
  wallet: Wallet | null;
  customerName: string | null;
  keyNamed: KeyNamed;
  /** The sale it is, or may be, the same purchase as; null: none. */
  other: Sale | null;
  /** The version that pays it; null: it was not calculated yet. */
  paidBy: ProgramVersion | null;
}

/** A sale in a list. @param customerName its customer's @param status as the clock has it */
export function saleSummaryView(
  sale: Sale,
  customerName: string | null,
  status: SaleStatus = sale.benefit.status,
): z.output<typeof saleSummarySchema> {
  return {
    id: sale.id,
    channel: sale.source.channel,
    externalId: sale.source.externalId,
    number: sale.source.number,
    storeId: sale.content.storeId,
    status,
    sourceStatus: sale.source.status,
    parked: parkedView(sale.source.parked),
    soldAt: isoOrNull(sale.content.soldAt),
    completedAt: isoOrNull(sale.source.completedAt),
    ...amountsView(sale.content),
    returnedCents: sale.purchase.returnedCents,
    customerId: sale.owner.customerId,
    customerName: maskedName(customerName),
    programVersion: sale.benefit.programVersion,
    earnedCents: sale.benefit.earnedCents,
    createdAt: iso(sale.createdAt),
  };
}

/** A sale as a till key is told of it after a claim. */
export function claimedSaleView({
  id,
  source: { channel, externalId, number },
  owner: { customerId },
  benefit: { earnedCents },
}: Sale): z.output<typeof claimedSaleSchema> {
  return { id, channel, externalId, number, customerId, earnedCents };
}

type SaleView = z.output<typeof saleSchema>;

function parkedView(parked: Sale['source']['parked']): SaleView['parked'] {
  if (!parked) return null;
  const { reason, connectionId, since } = parked;
  return { reason, connectionId, since: iso(since) };
}

/** A sale in full, its benefit as the clock has it at `now`. @param runs knows where they are shown */
export function saleView(
  sale: Sale,
  context: SaleContext,
  runs: Pick<Runs, 'linkTo'>,
  now: Instant,
): SaleView {
  return {
    ...saleSummaryView(sale, context.customerName, statusAt(sale, context.wallet, now)),
    silent: sale.notices.silent,
    items: itemsView(sale.content.items),
    refusal: sale.source.refusal,
    consumerInvoice: invoiceView(sale.source),
    duplicateOf: sale.purchase.duplicateOf,
    otherSale: otherView(context.other),
    heldFor: sale.purchase.reviewId,
    evidence: sale.purchase.tellings.map(({ saleId, channel, externalId, number, cancelled, at }) => ({
      ...{ saleId, channel, externalId, number, cancelled },
      at: iso(at),
    })),
    returns: sale.purchase.returns.map((made) => returnView(made, context.keyNamed)),
    refundedCents: sale.benefit.refundedCents,
    benefit: {
      earnedCents: sale.benefit.earnedCents,
      ...benefitView(sale, context.wallet, now),
      activatesAt: isoOrNull(sale.benefit.activatesAt),
      expiresAt: isoOrNull(lastEnd(sale, context.wallet, now)),
    },
    explanation: explanationView(sale),
    program: paidByView(context.paidBy),
    next: nextView(sale, context.wallet, context.paidBy, now),
    runs: runsView(sale, context.entries, runs),
    messages: context.messages.map(messageView),
    timeline: timelineView(sale, context),
  };
}

function invoiceView(source: Sale['source']): SaleView['consumerInvoice'] {
  const id = consumerInvoiceOf(source);
  return id === null ? null : { id, number: source.number, accessKey: source.accessKey };
}

function otherView(other: Sale | null): SaleView['otherSale'] {
  if (!other) return null;
  const { channel, externalId, number } = other.source;
  return { id: other.id, channel, externalId, number };
}

function returnView(made: SaleReturn, keyNamed: KeyNamed): SaleView['returns'][number] {
  const { id, at, amountCents, items, operator, keyId, storeId, reason } = made;
  const lines = items.map(({ sku, quantity }) => ({ sku, quantity }));
  return {
    ...{ id, at: iso(at), amountCents, items: lines },
    ...{ operator, key: keyNamed(keyId), storeId, reason },
  };
}
