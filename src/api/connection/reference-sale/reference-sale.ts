import { saleIdOf } from '../../../ids';
import { purchaseIds, purchaseRefs } from '../../../loyalty';
import type { ForeseenSale, Instant, Program, Redemption, Sale, SaleRecord } from '../../../loyalty';
import type { StoreConnection } from '../../../store';
import type { AppDeps } from '../../http';
import { foreseeUnder, usesOf } from '../../simulation';
import type { ForeseenUnder } from '../../simulation';
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
  needs: ForeseenUnder['needs'];
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
  const pinned =
    known?.benefit.pinned?.customerId === buyer.customerId ? (known?.benefit.pinned ?? null) : null;
  const owner = {
    customerId: buyer.customerId,
    unidentified: buyer.state === 'unidentified',
    segments: buyer.segments,
    pinned,
  };
  const looked = { record, owner, redemptions };
  const { foreseen, needs } = await foreseeUnder(deps, merchantId, looked, program, now);
  return {
    order,
    zone,
    buyer,
    foreseen,
    redemptions,
    needs,
    known,
  };
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
