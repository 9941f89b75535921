import type { Channel } from '../loyalty';
import type {
  ActedBy,
  ClaimRequest,
  ConnectionInput,
  ContactImportInput,
  CustomerInput,
  CustomerMergeInput,
  DailySweepInput,
  DailySweepSums,
  FileImportInput,
  LedgerProofInput,
  LedgerSealingInput,
  LostRunsInput,
  LostRunsSums,
  ParkedPlace,
  ParkedSalesInput,
  ReconcilePlace,
  ReconciliationInput,
  RedemptionInput,
  ReserveRequest,
  ReturnRequest,
  SaleInput,
  SimulationInput,
  VoucherRequest,
  WaitedFor,
} from './definitions';
import {
  fields,
  flag,
  id,
  instant,
  known,
  listOf,
  oneOf,
  orNull,
  perhaps,
  positive,
  refuseUnlike,
  text,
  whole,
} from './payloads';
import type { Shape } from './payloads';
import { refusal } from './refusals';

/** The most lines that one return names. */
const MOST_LINES = 500;
/** More sales than the updates of one run can concern. */
const MOST_WAKES = 5_000;
const DAY_MS = 86_400_000;

const CHANNELS: Record<Channel, true> = {
  bling: true,
  ecommerce: true,
  pos: true,
  import: true,
  manual: true,
};

const WAITED_FOR: Shape<WaitedFor> = { validUntil: perhaps(instant) };

/** What staff ask for, and until when they wait. @throws the refusal of an update */
export function refuseUnlikeCall<Payload>(payload: unknown, shape: Shape<Payload>): void {
  refuseUnlike(payload, { ...shape, ...WAITED_FOR });
}

const actor = { operator: orNull(text), storeId: orNull(text) };

export const ACTED_BY: Shape<ActedBy> = actor;

export const RESERVE: Shape<ReserveRequest> = {
  ...actor,
  customerId: id,
  type: oneOf('cashback', 'points'),
  amount: positive,
  saleTotalCents: whole,
  freightCents: whole,
  saleRef: orNull(text),
  confirm: flag,
};

/** A voucher that is used is used for a sale. */
export const VOUCHER_USE: Shape<VoucherRequest> = {
  ...actor,
  lotId: id,
  saleTotalCents: whole,
  saleRef: orNull(text),
};

/** One that is given back may come back from any. */
export const VOUCHER_BACK: Shape<VoucherRequest> = { ...VOUCHER_USE, saleTotalCents: orNull(whole) };

const LINE: Shape<ReturnRequest['items'][number]> = { sku: text, quantity: orNull(positive) };

const RETURN: Shape<ReturnRequest> = {
  ...actor,
  amountCents: orNull(positive),
  items: listOf(fields(LINE), MOST_LINES),
  reason: orNull(text),
};

/** A return says how much, or which lines. */
export function refuseNonsenseReturn(asked: ReturnRequest): void {
  refuseUnlikeCall(asked, RETURN);
  const byAmount = asked.amountCents !== null;
  const byLines = asked.items.length > 0;
  if (byAmount === byLines) throw refusal('invalid_request', { field: 'amountCents' });
}

/** What of a return is known, line by line. */
export function knownReturn(asked: ReturnRequest): ReturnRequest {
  return { ...known(asked, RETURN), items: asked.items.map((line) => known(line, LINE)) };
}

export const CLAIM: Shape<ClaimRequest> = { ...actor, customerId: id };

export const SALE_INPUT: Shape<SaleInput> = {
  merchantId: id,
  saleId: id,
  channel: oneOf(...Object.keys(CHANNELS)),
  externalId: id,
  connectionId: orNull(id),
  settleMs: (value) => whole(value) && (value as number) <= DAY_MS,
  news: perhaps(fields<NonNullable<SaleInput['news']>>({ source: flag, benefit: flag })),
  wake: perhaps(listOf(id, MOST_WAKES)),
};

export const REDEMPTION_INPUT: Shape<RedemptionInput> = { merchantId: id, redemptionId: id };

export const FILE_IMPORT_INPUT: Shape<FileImportInput> = { merchantId: id, importId: id };

export const CONTACT_IMPORT_INPUT: Shape<ContactImportInput> = { merchantId: id, importId: id };

const PAIR: Shape<NonNullable<CustomerMergeInput['proven']>> = { from: id, into: id };

export const CUSTOMER_MERGE_INPUT: Shape<CustomerMergeInput> = {
  merchantId: id,
  mergeId: id,
  undone: flag,
  proven: orNull(fields(PAIR)),
  skip: perhaps(whole),
};

export const CUSTOMER_INPUT: Shape<CustomerInput> = {
  merchantId: id,
  customerId: id,
  written: perhaps(whole),
};

const PARKED_PLACE: Shape<ParkedPlace> = { at: instant, id };

export const PARKED_SALES_INPUT: Shape<ParkedSalesInput> = {
  merchantId: id,
  connectionId: id,
  since: instant,
  parkedAfter: perhaps(instant),
  resting: perhaps(flag),
  place: perhaps(orNull(fields(PARKED_PLACE))),
  woken: perhaps(whole),
};

const RECONCILE_PLACE: Shape<ReconcilePlace> = {
  list: oneOf('changed', 'recent', 'invoices', 'sold', 'unlisted', 'open'),
  page: positive,
  pass: positive,
  fresh: whole,
  after: perhaps(fields(PARKED_PLACE)),
};

export const RECONCILIATION_INPUT: Shape<ReconciliationInput> = {
  merchantId: id,
  connectionId: id,
  reconciliationId: id,
  place: perhaps(orNull(fields(RECONCILE_PLACE))),
  found: perhaps(whole),
};

export const CONNECTION_INPUT: Shape<ConnectionInput> = {
  merchantId: id,
  connectionId: id,
  soon: perhaps(flag),
  comparing: perhaps(
    fields({
      reconciliationId: id,
      place: perhaps(orNull(fields(RECONCILE_PLACE))),
      found: perhaps(whole),
    }),
  ),
};

export const SIMULATION_INPUT: Shape<SimulationInput> = { merchantId: id, simulationId: id };

/** What goes on carries the sums of the run before. */
export const LEDGER_PROOF_INPUT: Shape<LedgerProofInput> = {
  after: perhaps(orNull(id)),
  sums: perhaps(withList('proofs')),
};

export const LEDGER_SEALING_INPUT: Shape<LedgerSealingInput> = {
  after: perhaps(orNull(id)),
  sums: perhaps(withList('unsealed')),
};

function withList(name: string): (sums: unknown) => boolean {
  return (sums) =>
    typeof sums === 'object' && sums !== null && Array.isArray((sums as Record<string, unknown>)[name]);
}

const LOST_RUNS_SUMS: Shape<LostRunsSums> = {
  merchants: whole,
  sales: whole,
  redemptions: whole,
  imports: perhaps(whole),
  simulations: perhaps(whole),
  merges: perhaps(whole),
  reconciliations: perhaps(whole),
  connections: perhaps(whole),
  late: whole,
  unswept: whole,
};

export const LOST_RUNS_INPUT: Shape<LostRunsInput> = {
  lateMs: whole,
  after: perhaps(orNull(id)),
  sums: perhaps(fields(LOST_RUNS_SUMS)),
};

const DAILY_SWEEP_SUMS: Shape<DailySweepSums> = {
  merchants: whole,
  looked: whole,
  woken: whole,
  unswept: whole,
};

export const DAILY_SWEEP_INPUT: Shape<DailySweepInput> = {
  after: perhaps(orNull(id)),
  sums: perhaps(fields(DAILY_SWEEP_SUMS)),
};
