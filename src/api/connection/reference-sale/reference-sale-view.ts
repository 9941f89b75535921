import type { z } from 'zod';
import type { ForeseenSale, Grant, Instant, Sale } from '../../../loyalty';
import type { StoreConnection } from '../../../store';
import { iso, isoOrNull } from '../../http';
import { amountsView, explanationView, itemsView, saleSummaryView } from '../../sale';
import { assumptionTexts, buyerText, stateText } from './texts';
import type { ReferenceSale } from './reference-sale';
import type { referenceSaleSchema } from './reference-sale-schema';

type View = z.output<typeof referenceSaleSchema>;

/** What a reference sale is answered with besides itself. */
export interface ReferenceSaleContext {
  connection: StoreConnection;
  program: View['program'];
  /** What the sale has really given. */
  grants: readonly Grant[];
  /** Channels that messages can go out on at all. */
  channels: ReadonlySet<'whatsapp' | 'email'>;
}

/** A reference sale as the API answers one. */
export function referenceSaleView(
  reference: ReferenceSale,
  { connection, program, grants, channels }: ReferenceSaleContext,
  now: Instant,
): View {
  const { order, buyer, foreseen, known, needs, redemptions } = reference;
  const chosen = connection.completedSituations.length + connection.cancelledSituations.length > 0;
  const { outcome } = order;
  return {
    testedAt: iso(now),
    program,
    order: orderView(reference),
    state: { outcome, counts: outcome === 'completed', text: stateText(order, chosen) },
    customer: {
      state: buyer.state,
      customerId: buyer.customerId,
      reachable: buyer.reachable,
      text: buyerText(buyer),
    },
    benefits: foreseen.benefits.map(benefitView),
    explanation: foreseen.explanation,
    messages: foreseen.messages.map(({ kind, at, channels: wished }) => ({
      kind,
      at: iso(at),
      channels: wished.filter((channel) => buyer.reachable[channel] && channels.has(channel)),
    })),
    known: known && knownView(known, grants),
    assumptions: assumptionTexts({
      outcome,
      returnedCents: known?.purchase.returnedCents ?? 0,
      paidWithBenefit: redemptions.some(({ state }) => state === 'confirmed'),
      limits: needs.month || needs.budgets.length > 0,
      customer: needs.firstPurchase || needs.segments,
    }),
  };
}

function orderView({ order: { sale }, zone }: ReferenceSale): View['order'] {
  return {
    orderId: sale.externalId,
    number: sale.number,
    storeId: sale.storeId,
    timezone: zone,
    soldAt: iso(sale.soldAt),
    ...amountsView(sale),
    goodsCents: sale.goodsCents,
    items: itemsView(sale.items),
    situation: sale.situation,
  };
}

function benefitView({
  activatesAt,
  expiresAt,
  voucher,
  ...benefit
}: ForeseenSale['benefits'][number]): View['benefits'][number] {
  return {
    ...benefit,
    activatesAt: iso(activatesAt),
    expiresAt: isoOrNull(expiresAt),
    voucher: voucher && { ...voucher, stores: voucher.stores && [...voucher.stores] },
  };
}

function knownView(sale: Sale, grants: readonly Grant[]): View['known'] {
  const {
    id: saleId,
    status,
    sourceStatus,
    customerId,
    programVersion,
    completedAt,
    returnedCents,
  } = saleSummaryView(sale, null);
  return {
    ...{ saleId, status, sourceStatus, customerId, programVersion, completedAt, returnedCents },
    grants: grants.map(({ ruleId, type, granted, taken }) => ({
      ruleId,
      type,
      amount: granted,
      takenBack: taken,
    })),
    explanation: explanationView(sale),
  };
}
