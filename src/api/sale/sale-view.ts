import type { z } from 'zod';
import type { Instant, Wallet } from '../../loyalty';
import { reasoningOf } from '../../store';
import type { Message, Sale, SaleReturn, StatementLine } from '../../store';
import { iso, isoOrNull } from '../http';
import type { saleSchema, saleSummarySchema } from './sale-schema';
import { benefitOf } from './sale-benefit-view';
import { timelineOf } from './timeline-view';

/** What is known of a sale besides itself: its movements, its messages, and its customer's wallet with its lots. */
export interface SaleContext {
  entries: readonly StatementLine[];
  messages: readonly Message[];
  wallet: Wallet | null;
}

/** A sale in a list. */
export function saleSummaryView(sale: Sale): z.output<typeof saleSummarySchema> {
  return {
    id: sale.id,
    channel: sale.channel,
    externalId: sale.externalId,
    number: sale.number,
    storeId: sale.storeId,
    status: sale.status,
    sourceStatus: sale.sourceStatus,
    soldAt: isoOrNull(sale.soldAt),
    completedAt: isoOrNull(sale.completedAt),
    totalCents: sale.totalCents,
    freightCents: sale.freightCents,
    otherExpensesCents: sale.otherExpensesCents,
    discountCents: sale.discountCents,
    returnedCents: sale.returnedCents,
    customerId: sale.customerId,
    programVersion: sale.programVersion,
    earnedCents: sale.earnedCents,
    createdAt: iso(sale.createdAt),
  };
}

type SaleView = z.output<typeof saleSchema>;

/** A sale in full, its benefit as the clock has it at `now`. */
export function saleView(sale: Sale, context: SaleContext, now: Instant): SaleView {
  return {
    ...saleSummaryView(sale),
    silent: sale.silent ?? false,
    items: sale.items.map(({ sku, totalCents, quantity, name }) => ({
      sku,
      totalCents,
      ...(quantity == null ? {} : { quantity }),
      ...(name == null ? {} : { name }),
    })),
    refusal: sale.refusal,
    duplicateOf: sale.duplicateOf,
    heldFor: sale.heldFor,
    evidence: sale.evidence.map(({ saleId, channel, externalId, number, cancelled, at }) => ({
      ...{ saleId, channel, externalId, number, cancelled },
      at: iso(at),
    })),
    returns: sale.returns.map(returnView),
    refundedCents: sale.refundedCents,
    benefit: {
      earnedCents: sale.earnedCents,
      ...benefitOf(sale, context.wallet, now),
      activatesAt: isoOrNull(sale.activatesAt),
      expiresAt: isoOrNull(sale.expiresAt),
    },
    explanation: reasoningOf(sale).map(({ ruleId, type, outcome, amount, lines }) => ({
      ruleId,
      type,
      outcome,
      amount,
      lines,
    })),
    timeline: timelineOf(sale, context),
  };
}

function returnView({ at, items, ...made }: SaleReturn): SaleView['returns'][number] {
  return { ...made, at: iso(at), items: items.map(({ sku, quantity }) => ({ sku, quantity })) };
}
