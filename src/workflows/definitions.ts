import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Channel, LotType, RedemptionState, UseOfBalance } from '../loyalty';

/** Names of the workflows, as the Temporal UI shows them. */
export const SALE_WORKFLOW = 'sale';
export const REDEMPTION_WORKFLOW = 'redemption';
export const FILE_IMPORT_WORKFLOW = 'fileImport';
export const CONTACT_IMPORT_WORKFLOW = 'contactImport';
export const LEDGER_PROOF_WORKFLOW = 'ledgerProof';
export const LEDGER_SEALING_WORKFLOW = 'ledgerSealing';
export const SIMULATION_WORKFLOW = 'simulation';
export const CUSTOMER_MERGE_WORKFLOW = 'customerMerge';
export const LOST_RUNS_WORKFLOW = 'lostRuns';
export const CONNECTION_WORKFLOW = 'connection';
export const RECONCILIATION_WORKFLOW = 'reconciliation';
export const PARKED_SALES_WORKFLOW = 'parkedSales';
export const CUSTOMER_WORKFLOW = 'customer';
export const DAILY_SWEEP_WORKFLOW = 'dailySweep';

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
  /** The sales that a former run had still to wake; absent in a first run. */
  wake?: string[];
}

/** "Look again": the source says that the sale changed. It carries no truth, only where the hint came from. */
export interface SaleHint {
  eventId: string;
  kind: 'created' | 'updated' | 'deleted' | 'posted';
}

export const saleChanged = defineSignal<[SaleHint]>('saleChanged');

/** Value of this sale moved elsewhere (redeemed, given back): calculate again, without asking the source. */
export const benefitMoved = defineSignal<[{ redemptionId: string }]>('benefitMoved');

/** "The source answers again": a run that waits for that need wait no more. */
export const sourceAnswers = defineSignal('sourceAnswers');

/** How long a call of staff is waited for. */
export interface WaitedFor {
  /**
   * Until when its caller waits, ISO 8601 UTC by MongoDB's clock: what was not done by then is refused with `request_expired`. Absent
   * in a call of before, and in one made by hand: done whenever it is.
   */
  validUntil?: string;
}

/** Which redemption a run is about. */
export interface RedemptionInput {
  merchantId: string;
  redemptionId: string;
}

/** What staff ask for, and of whose balance. */
export interface ReserveRequest extends UseOfBalance {
  customerId: string;
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
  type: LotType;
  amount: number;
  /** What a voucher or points take off the sale; 0 for cashback, and for points where a worker of a former version answers. */
  discountCents: number;
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
  /**
   * How much of the balance can still be used right after the call, in its unit. Absent of a voucher, and where a worker of a version
   * that did not say it has done the call.
   */
  left?: number;
}

export const reserve = defineUpdate<RedemptionReceipt, [ReserveRequest & WaitedFor]>('reserve');
export const confirm = defineUpdate<RedemptionReceipt, [ActedBy & WaitedFor]>('confirm');
export const release = defineUpdate<RedemptionReceipt, [ActedBy & WaitedFor]>('release');
export const rollback = defineUpdate<RedemptionReceipt, [ActedBy & WaitedFor]>('rollback');
/** "Time has passed": a reservation past its end is let go by it. Said to a run that was lost before it could do so. */
export const timeIsUp = defineSignal('timeIsUp');

/** What staff ask of a voucher. It is named by its lot: the code itself is worth money and stays out of Temporal. */
export interface VoucherRequest extends ActedBy {
  lotId: string;
  /** Of the sale it is used for; null where it is given back. */
  saleTotalCents: number | null;
  saleRef: string | null;
}

/** One use of a voucher as the API answers it. */
export interface VoucherReceipt extends RedemptionReceipt {
  lotId: string;
  /** What an amount voucher leaves unused on this sale: it is lost (R37). */
  unusedCents: number;
  usesLeft: number;
}

/** Goods that come back: an amount of goods value, or lines of the sale (`quantity` null: what is left of the line). */
export interface ReturnRequest extends ActedBy {
  amountCents: number | null;
  items: { sku: string; quantity: number | null }[];
  reason: string | null;
}

/** A customer who takes over a sale without one. */
export interface ClaimRequest extends ActedBy {
  customerId: string;
}

/** What became of a sale by a return or a claim. */
export interface SaleChangeReceipt {
  saleId: string;
  customerId: string | null;
  /** Goods value of this return; 0 for a claim. */
  amountCents: number;
  returnedCents: number;
}

export const voucherReserve = defineUpdate<VoucherReceipt, [VoucherRequest & WaitedFor]>('voucherReserve');
export const voucherRedeem = defineUpdate<VoucherReceipt, [VoucherRequest & WaitedFor]>('voucherRedeem');
export const voucherRelease = defineUpdate<VoucherReceipt, [VoucherRequest & WaitedFor]>('voucherRelease');
export const voucherRollback = defineUpdate<VoucherReceipt, [VoucherRequest & WaitedFor]>('voucherRollback');
export const returnGoods = defineUpdate<SaleChangeReceipt, [ReturnRequest & WaitedFor]>('returnGoods');
export const claimSale = defineUpdate<SaleChangeReceipt, [ClaimRequest & WaitedFor]>('claimSale');

/** Which import of a file a run works on. Its rows are in the store, never here. */
export interface FileImportInput {
  merchantId: string;
  importId: string;
}

/** Which import of the people in a company of Bling a run works on. How far it is stands in the store. */
export interface ContactImportInput {
  merchantId: string;
  importId: string;
}

/** "Look again": somebody has paused the import, has it go on, or has ended it. What is true stands in the store. */
export const contactImportChanged = defineSignal('contactImportChanged');

/** Which merge a run sees through. Ids only. */
export interface CustomerMergeInput {
  merchantId: string;
  mergeId: string;
  /** Whether it is about the undoing of the merge. */
  undone: boolean;
  /** The records that are to become one; null: that is done, and their sales have to be woken. */
  proven: { from: string; into: string } | null;
  /** How many sales a former run has woken; absent in a first run. */
  skip?: number;
}

/** The sales that were parked for a connection which answers again. Ids only. */
export interface ParkedSalesInput {
  merchantId: string;
  connectionId: string;
  /** Since when it may be asked again; ISO 8601 UTC. Of one time there is one run. */
  since: string;
  /** Only what is parked since after then; absent: all. */
  parkedAfter?: string;
  /** Those are meant that wait for the connection to answer, and not those that are parked. */
  resting?: boolean;
  /** Where a former run has come to; absent in a first run. */
  place?: ParkedPlace | null;
  /** How many a former run has woken. */
  woken?: number;
}

/** The parked sale that was woken last: its `createdAt` in ISO 8601 UTC, and its id. */
export interface ParkedPlace {
  at: string;
  id: string;
}

/** Which connection a run keeps well. */
export interface ConnectionInput {
  merchantId: string;
  connectionId: string;
  /** A former run was told to compare, and did not come to it; absent: it was not. */
  soon?: boolean;
  /** A comparison that a former run has begun, and where it has come to; absent: none. */
  comparing?: Pick<ReconciliationInput, 'reconciliationId' | 'place' | 'found'>;
}

/** How a connection stands, and how it stood when its people were last told. `at`: since about when, ISO 8601 UTC. */
export interface StateChange {
  was: ConnectionStanding;
  is: ConnectionStanding;
  at: string;
}

export type ConnectionStanding = 'connected' | 'needs_authorization' | 'paused' | 'disconnected';

/** "Look again": something about the connection was changed. */
export const connectionChanged = defineSignal('connectionChanged');
/** "Compare now": its orders are compared at once, whenever that is due. */
export const reconcileNow = defineSignal('reconcileNow');

/** Which reconciliation a run works on. What is compared, and what was found, is in the store, never here. */
export interface ReconciliationInput {
  merchantId: string;
  connectionId: string;
  reconciliationId: string;
  /** Where a former run has come to, and how many orders it had found; absent in a first run. */
  place?: ReconcilePlace | null;
  found?: number;
}

/**
 * Where a reconciliation has come to: the orders changed in the period, those of them that may have been changed after their last reading, the NFC-e issued in it or on its days, the orders sold on those, our sales of those days that no list has,
 * and those that have been open for longer.
 */
export interface ReconcilePlace {
  list: 'changed' | 'recent' | 'invoices' | 'sold' | 'unlisted' | 'open';
  /** From 1. */
  page: number;
  /** Which time the list is gone through, from 1. */
  pass: number;
  /** How many orders this time has brought that were not known. */
  fresh: number;
  /** The sale after which our own are looked at, or the order after which a page is read one by one. */
  after?: ParkedPlace;
}

/** Which simulation a run works on. Programs and outcome are in the store, never here. */
export interface SimulationInput {
  merchantId: string;
  simulationId: string;
}

/** Where a proof of all ledgers goes on from; empty: it begins. */
export interface LedgerProofInput {
  /** The last merchant that was proved. */
  after?: string | null;
  sums?: ProofSums;
}

/** What is late by how much is looked at, and where a sweep goes on from; without a place it begins. */
export interface LostRunsInput {
  lateMs: number;
  /** The last merchant that was looked at. */
  after?: string | null;
  sums?: LostRunsSums;
}

/** What a sweep for lost runs came to. Counts only. */
export interface LostRunsSums {
  merchants: number;
  /** Woken, because their run was gone. */
  sales: number;
  redemptions: number;
  /** Woken as well; absent: by a run of a version that did not look at them. */
  imports?: number;
  simulations?: number;
  merges?: number;
  reconciliations?: number;
  connections?: number;
  /** Late although their run is there. */
  late: number;
  /** Merchants that could not be looked at. */
  unswept: number;
}

/** Whom a run tells what is not about one sale. */
export interface CustomerInput {
  merchantId: string;
  customerId: string;
  /** How many messages a former run has begun or gone on with; absent in a first run. */
  written?: number;
}

/** "Look again": what the customer bought, has or agreed to has changed. */
export const customerChanged = defineSignal('customerChanged');

/** Where a daily sweep goes on from; empty: it begins. */
export interface DailySweepInput {
  /** The last merchant whose customers were looked at. */
  after?: string | null;
  sums?: DailySweepSums;
}

/** What a daily sweep came to. Counts only. */
export interface DailySweepSums {
  merchants: number;
  /** Looked at because something of them had changed. */
  looked: number;
  /** To whom something is to be told before the next sweep. */
  woken: number;
  /** Merchants whose customers could not be looked at. */
  unswept: number;
}

/** What a proof of all ledgers came to. `proofs` names some of the merchants, those with problems first. */
export interface ProofSums {
  merchants: number;
  holding: number;
  broken: number;
  unproved: number;
  proofs: MerchantProof[];
}

/** Where a sealing of all ledgers goes on from; empty: it begins. */
export interface LedgerSealingInput {
  /** The last merchant that was sealed. */
  after?: string | null;
  sums?: SealingSums;
}

/** What a sealing of all ledgers came to: chains whose ends were sealed, and the merchants whose ledger could not be sealed. */
export interface SealingSums {
  merchants: number;
  chains: number;
  unsealed: string[];
}

/** What became of one merchant's ledger. Ids and counts only. `newestSeal` is the seal's number and hash. */
export type MerchantProof =
  | { merchantId: string; outcome: 'unproved' }
  | {
      merchantId: string;
      outcome: 'holds' | 'broken';
      customers: number;
      entries: number;
      problems: number;
      firstMisfit: { customerId: string; seq: number; key: string | null; problem: string } | null;
      newestSeal: string | null;
      alert: 'raised' | 'open' | 'none';
    };
