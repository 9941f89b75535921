import type { z } from 'zod';
import { Book, catchUp, vouchersAt } from '../../loyalty';
import type { BenefitType, Bucket, Instant, Wallet } from '../../loyalty';
import { reasoningOf } from '../../store';
import type { Message, Sale, SaleReturn, StatementLine } from '../../store';
import type { saleSchema, saleSummarySchema } from '../schemas';
import { iso, isoOrNull } from './instants';
import { timelineOf } from './timeline';

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

type Benefit = Omit<SaleView['benefit'], 'earnedCents' | 'activatesAt' | 'expiresAt'>;

/** Where the benefit of the sale's lots lies, once the clock has done what it has decided already (R1). */
function benefitOf(sale: Sale, wallet: Wallet | null, now: Instant): Benefit {
  const book = wallet && new Book(structuredClone(wallet));
  if (book) catchUp(book, now);
  const cents = bucketsOf(sale.id, 'cashback', book?.wallet);
  const points = bucketsOf(sale.id, 'points', book?.wallet);
  const vouchers = wallet ? vouchersAt(wallet, now).filter(({ saleId }) => saleId === sale.id) : [];
  return {
    pendingCents: cents.pending,
    activeCents: cents.active,
    reservedCents: cents.reserved,
    usedCents: cents.spent,
    expiredCents: cents.expired,
    takenBackCents: cents.reversed,
    points: {
      earnedPoints: sale.earnedPoints,
      pendingPoints: points.pending,
      activePoints: points.active,
      reservedPoints: points.reserved,
      usedPoints: points.spent,
      expiredPoints: points.expired,
      takenBackPoints: points.reversed,
    },
    vouchers: vouchers.map(({ code, template, state, usesLeft, expiresOn }) => ({
      code,
      template,
      state,
      usesLeft,
      expiresOn,
    })),
  };
}

function bucketsOf(saleId: string, type: BenefitType, wallet: Wallet | undefined): Record<Bucket, number> {
  const lots = (wallet?.lots ?? []).filter((lot) => lot.saleId === saleId && lot.type === type);
  const sum = (bucket: Bucket): number => lots.reduce((total, lot) => total + lot.buckets[bucket], 0);
  return {
    pending: sum('pending'),
    active: sum('active'),
    reserved: sum('reserved'),
    spent: sum('spent'),
    expired: sum('expired'),
    reversed: sum('reversed'),
  };
}
