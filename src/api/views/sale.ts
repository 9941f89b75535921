import type { z } from 'zod';
import { Book, catchUp } from '../../loyalty';
import type { Bucket, Instant, Wallet } from '../../loyalty';
import type { Message, Sale, StatementLine } from '../../store';
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

/** A sale in full, its benefit as the clock has it at `now`. */
export function saleView(sale: Sale, context: SaleContext, now: Instant): z.output<typeof saleSchema> {
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
    benefit: {
      earnedCents: sale.earnedCents,
      ...bucketsOf(sale.id, context.wallet, now),
      activatesAt: isoOrNull(sale.activatesAt),
      expiresAt: isoOrNull(sale.expiresAt),
    },
    explanation: sale.explanation.map(({ ruleId, type, outcome, amount, lines }) => ({
      ruleId,
      type,
      outcome,
      amount,
      lines,
    })),
    timeline: timelineOf(sale, context),
  };
}

type Buckets = Omit<z.output<typeof saleSchema>['benefit'], 'earnedCents' | 'activatesAt' | 'expiresAt'>;

/** Where the cashback of the sale's lots lies, once the clock has done what it has decided already (R1). */
function bucketsOf(saleId: string, wallet: Wallet | null, now: Instant): Buckets {
  const lots = wallet
    ? caughtUp(wallet, now).lots.filter((lot) => lot.saleId === saleId && lot.type === 'cashback')
    : [];
  const sum = (bucket: Bucket): number => lots.reduce((total, lot) => total + lot.buckets[bucket], 0);
  return {
    pendingCents: sum('pending'),
    activeCents: sum('active'),
    reservedCents: sum('reserved'),
    usedCents: sum('spent'),
    expiredCents: sum('expired'),
    takenBackCents: sum('reversed'),
  };
}

function caughtUp(wallet: Wallet, now: Instant): Wallet {
  const book = new Book(structuredClone(wallet));
  catchUp(book, now);
  return book.wallet;
}
