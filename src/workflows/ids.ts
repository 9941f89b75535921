import type { Channel } from '../loyalty';

/** Workflow ids are built here and nowhere else. Ids only: nothing in them names a person. */
export function saleWorkflowId(sale: { merchantId: string; channel: Channel; externalId: string }): string {
  return `sale/${sale.merchantId}/${sale.channel}/${sale.externalId}`;
}

export function redemptionWorkflowId(redemption: { merchantId: string; redemptionId: string }): string {
  return `redemption/${redemption.merchantId}/${redemption.redemptionId}`;
}

export function fileImportWorkflowId({
  merchantId,
  importId,
}: {
  merchantId: string;
  importId: string;
}): string {
  return `file-import/${merchantId}/${importId}`;
}

/** An import's id is made of its merchant's, so that it is nobody else's. */
export function contactImportWorkflowId({ importId }: { importId: string }): string {
  return `contact-import/${importId}`;
}

export function simulationWorkflowId({
  merchantId,
  simulationId,
}: {
  merchantId: string;
  simulationId: string;
}): string {
  return `simulation/${merchantId}/${simulationId}`;
}

export function customerMergeWorkflowId({
  merchantId,
  mergeId,
  undone,
}: {
  merchantId: string;
  mergeId: string;
  undone: boolean;
}): string {
  return `customer-merge/${merchantId}/${mergeId}${undone ? '/undone' : ''}`;
}

/** What is told to a customer is told by one run. */
export function customerWorkflowId({
  merchantId,
  customerId,
}: {
  merchantId: string;
  customerId: string;
}): string {
  return `customer/${merchantId}/${customerId}`;
}

/** Of a connection there is one. */
export function connectionWorkflowId({ connectionId }: { connectionId: string }): string {
  return `connection/${connectionId}`;
}

export function reconciliationWorkflowId({
  merchantId,
  reconciliationId,
}: {
  merchantId: string;
  reconciliationId: string;
}): string {
  return `reconciliation/${merchantId}/${reconciliationId}`;
}

/** Of one time at which a connection answers again there is one. */
export function parkedSalesWorkflowId({
  merchantId,
  connectionId,
  since,
  resting = false,
}: {
  merchantId: string;
  connectionId: string;
  since: string;
  resting?: boolean;
}): string {
  return `${resting ? 'resting' : 'parked'}-sales/${merchantId}/${connectionId}/${since}`;
}

/** What of a merchant a run is about, by its id; null: nothing that has a place of its own. */
export type RunSubject =
  | { kind: 'sale'; channel: Channel; externalId: string }
  | { kind: 'import' | 'simulation' | 'connection'; id: string };

const SUBJECTS: Readonly<Record<string, 'import' | 'simulation' | 'connection'>> = {
  'file-import': 'import',
  simulation: 'simulation',
  'parked-sales': 'connection',
  'resting-sales': 'connection',
};

/** What a run is about, told from its id. */
export function subjectOfRun(workflowId: string): RunSubject | null {
  const [of = '', , first, ...others] = workflowId.split('/');
  if (first === undefined) return null;
  if (of === 'sale') return { kind: 'sale', channel: first as Channel, externalId: others.join('/') };
  const kind = SUBJECTS[of];
  return kind === undefined ? null : { kind, id: first };
}

/**
 * The schedule that proves the ledgers, and its runs, to whose ids the server adds the time. One for each task queue: where
 * two installations share a namespace, each proves its own database.
 */
export function ledgerProofId(taskQueue: string): string {
  return `ledger-proof/${taskQueue}`;
}

/** The schedule that seals all ledgers, and the id of the runs it starts. */
export function ledgerSealingId(taskQueue: string): string {
  return `ledger-sealing/${taskQueue}`;
}

/** The schedule that looks for lost runs, one for each task queue as well. */
export function lostRunsId(taskQueue: string): string {
  return `lost-runs/${taskQueue}`;
}

/** The schedule that wakes customers to whom something is due, one for each task queue as well. */
export function dailySweepId(taskQueue: string): string {
  return `daily-sweep/${taskQueue}`;
}

/**
 * The update that carries a call. A run answers an update's id for ever as it did the first time; so a call that came too late, and
 * is asked again, comes under another: `attempt` says how often it has been refused for that.
 */
export function updateIdOf(callId: string, attempt: number): string {
  return attempt === 0 ? callId : `${callId}~${attempt}`;
}

/** The call that an update carries, whichever attempt it is. */
export function callIdOf(updateId: string): string {
  return updateId.replace(/~\d+$/, '');
}
