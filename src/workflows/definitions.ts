import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { BenefitType, Channel, RedemptionState } from '../loyalty';

/** Names of the workflows, as the Temporal UI shows them. */
export const SALE_WORKFLOW = 'sale';
export const REDEMPTION_WORKFLOW = 'redemption';

/** Which sale a run is about, and how long a burst of events is coalesced. */
export interface SaleInput {
  merchantId: string;
  saleId: string;
  channel: Channel;
  externalId: string;
  /** The Bling connection that sold it; null for other channels. */
  connectionId: string | null;
  settleMs: number;
  /** What a former run had heard and not yet acted on; absent in a first run. */
  news?: { source: boolean; benefit: boolean };
}

/** "Look again": the source says that the sale changed. It carries no truth, only where the hint came from. */
export interface SaleHint {
  eventId: string;
  kind: 'created' | 'updated' | 'deleted' | 'posted';
}

export const saleChanged = defineSignal<[SaleHint]>('saleChanged');

/** Value of this sale moved elsewhere (redeemed, given back): calculate again, without asking the source. */
export const benefitMoved = defineSignal<[{ redemptionId: string }]>('benefitMoved');

/** Which redemption a run is about. */
export interface RedemptionInput {
  merchantId: string;
  redemptionId: string;
}

/** What staff ask for. `amount` in cents for cashback, in points for points. */
export interface ReserveRequest {
  customerId: string;
  type: BenefitType;
  amount: number;
  saleTotalCents: number;
  freightCents: number;
  saleRef: string | null;
  operator: string | null;
  storeId: string | null;
  /** Use at once instead of reserving. */
  confirm: boolean;
}

/** Who acts, for the movement's record. */
export interface ActedBy {
  operator: string | null;
  storeId: string | null;
}

/** A redemption as the API answers it. Instants are ISO 8601 UTC. */
export interface RedemptionReceipt {
  redemptionId: string;
  customerId: string;
  type: BenefitType;
  amount: number;
  state: RedemptionState;
  reservedAt: string;
  reservedUntil: string;
  confirmedAt: string | null;
  closedAt: string | null;
  saleTotalCents: number;
  freightCents: number;
  saleRef: string | null;
  operator: string | null;
  storeId: string | null;
}

export const reserve = defineUpdate<RedemptionReceipt, [ReserveRequest]>('reserve');
export const confirm = defineUpdate<RedemptionReceipt, [ActedBy]>('confirm');
export const release = defineUpdate<RedemptionReceipt, [ActedBy]>('release');
export const rollback = defineUpdate<RedemptionReceipt, [ActedBy]>('rollback');
