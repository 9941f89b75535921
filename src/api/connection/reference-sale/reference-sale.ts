import { saleIdOf } from '../../../ids';
import {
  factsNeeded,
  foreseeSale,
  mayName,
  monthUsage,
  namedSale,
  purchaseIds,
  purchaseRefs,
  usageRequest,
} from '../../../loyalty';
import type { ForeseenSale, Instant, Program, Redemption, Sale, SaleRecord } from '../../../loyalty';
import type { StoreConnection } from '../../../store';
import type { AppDeps } from '../../http';
import { readOrder } from './read-order';
import type { OrderNow } from './read-order';
import { findBuyer } from './find-buyer';
import type { Buyer } from './find-buyer';

/** What would become of an order, and everything that says so. */
export interface ReferenceSale {
  order: OrderNow;
  zone: string;
  buyer: Buyer;
  foreseen: ForeseenSale;
  /** Redemptions that name the order. */
  redemptions: readonly Redemption[];
  needs: ReturnType<typeof factsNeeded>;
  /** The sale, where it is known already. */
  known: Sale | null;
}

/** Stands for somebody who would become a customer by this sale. */
const NEWCOMER = 'new-customer';

/**
 * Reads an order from Bling as it is now and calculates what a program would make of it. Nothing is opened, changed or
 * sent, however often it is asked. @throws Problem
 */
export async function referenceSale(
  deps: AppDeps,
  connection: StoreConnection,
  orderId: string,
  program: Program,
  now: Instant,
): Promise<ReferenceSale> {
  const { store } = deps;
  const { merchantId } = connection;
  const zone = connection.zone ?? program.timezone;
  const order = await readOrder(deps, connection, orderId, zone);
  const identity = { merchantId, channel: 'bling' as const, externalId: order.sale.externalId };
  const known = await store.sales.find(identity);
  const buyer = await findBuyer(deps, connection, order.sale.contactId, known);
  const record = foreseenRecord(saleIdOf(identity), order, zone, buyer, known);
  const redemptions = await usesOf(store, merchantId, record);
  const needs = factsNeeded(program);
  const usage = await store.wallets.foreseeUsage(merchantId, buyer.customerId, usageRequest(record, program));
  const pinned = known?.benefit.pinned?.customerId === buyer.customerId ? known?.benefit.pinned : null;
  const basis = {
    redemptions,
    facts: pinned ?? {
      firstPurchase: buyer.state !== 'unidentified' && usage.firstPurchase,
      segments: [...buyer.segments],
    },
    usage: { month: monthUsage(program, usage.month), budget: usage.budget },
  };
  return {
    order,
    zone,
    buyer,
    foreseen: foreseeSale(program, record, basis, now),
    redemptions,
    needs,
    known,
  };
}

/** The uses the order would be calculated with: those kept with it, and those that it would be found to be meant by (R46). */
async function usesOf(
  { redemptions }: AppDeps['store'],
  merchantId: string,
  record: SaleRecord,
): Promise<Redemption[]> {
  const loose = await redemptions.loose(merchantId, record.refs);
  const kept = await redemptions.ofSale(merchantId, record.ids);
  return [...kept, ...loose.filter((use) => mayName(use, namedSale(record)))];
}

function foreseenRecord(
  id: string,
  { sale, outcome }: OrderNow,
  zone: string,
  { state, customerId }: Buyer,
  known: Sale | null,
): SaleRecord {
  const names = [
    id,
    sale.externalId,
    sale.number,
    sale.marketplaceNumber,
    ...(known ? purchaseRefs(known) : []),
  ];
  const { channel, storeId, soldAt, totalCents, freightCents, otherExpensesCents, discountCents, items } =
    sale;
  return {
    ...{ channel, storeId, soldAt, totalCents, freightCents, otherExpensesCents, discountCents, items },
    id,
    ids: known ? purchaseIds(known) : [id],
    refs: names.filter((name) => name !== null),
    usesFoundBy: null,
    zone,
    standing: outcome,
    customerId: customerId ?? (state === 'new' ? NEWCOMER : null),
    completedAt: known?.source.completedAt ?? null,
    claimedAt: known?.owner.claimedAt ?? null,
    returnedCents: known?.purchase.returnedCents ?? 0,
    refundedCents: 0,
    voided: false,
    programVersion: null,
    pinned: null,
    formerPins: [],
    evaluated: null,
  };
}
