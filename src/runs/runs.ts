import type { Queue } from '../queues';
import type {
  ActedBy,
  ClaimRequest,
  ConnectionInput,
  ContactImportInput,
  CustomerInput,
  CustomerMergeInput,
  FileImportInput,
  ParkedSalesInput,
  ReconciliationInput,
  RedemptionInput,
  RedemptionReceipt,
  ReserveRequest,
  ReturnRequest,
  SaleChangeReceipt,
  SaleHint,
  SimulationInput,
  VoucherReceipt,
  VoucherRequest,
  WaitedFor,
} from '../workflows';
import type { RunLook } from './run-look';
import type { SaleOfRun } from './sale-start';
import type { RedemptionOfRun } from './updates';

/** What staff can do with a voucher. */
export type VoucherMove = 'reserve' | 'redeem' | 'release' | 'rollback';

/** With which key a call of staff was made; a person's with none. It is kept with the call, and no run is told. */
interface MadeWith {
  keyId?: string | null;
}

/**
 * The one way to reach a run, for the API and for the steps of other runs. Every call has a deadline.
 * @throws EngineUnavailableError when Temporal did not take the call; EngineBusyError where a limit of the server was met
 * @throws ProgramNotAsPublishedError when a step met a program that somebody has changed by hand, and moved no value by it: a return or a
 * claim may be recorded already, and the same call sees it through once that is mended
 * @throws OutcomeUnknownError when an update's outcome did not arrive in time; RunEndedError when the run ended first, and the
 * same call helps
 * @throws Refusal when the rules say no, and `request_expired` where what was asked was not done by `validUntil`
 */
export interface Runs {
  /** "Look again": starts the sale's run or wakes it. */
  saleChanged(sale: SaleOfRun, hint: SaleHint): Promise<void>;
  /**
   * "Calculate again", without asking the source; `causeId` says what moved. A sale whose run has ended gets a new one,
   * which carries on from the ledger.
   */
  benefitMoved(sale: SaleOfRun, causeId: string): Promise<void>;
  /** The same for a sale of the past that has just been opened: those of the day go first. */
  pastSale(sale: SaleOfRun): Promise<void>;
  /** Starts the run that works through a file's rows; one that works on them already goes on. */
  importFile(input: FileImportInput): Promise<void>;
  /** "Look again": tells the run that keeps a connection well, which is begun where it is not there. */
  connectionChanged(input: ConnectionInput): Promise<void>;
  /** "Compare now": the same, and what can be compared is so at once. */
  reconcileNow(input: ConnectionInput): Promise<void>;
  /** Starts the run that compares a company's list of orders with the sales; one that does already goes on. */
  reconcile(input: ReconciliationInput): Promise<void>;
  /** Has the run that reads the people in a company of Bling look again at what is asked of it; it is started if there is none. */
  importContacts(input: ContactImportInput): Promise<void>;
  /** Starts the run that plays a program over the past; one that does already goes on. */
  simulate(input: SimulationInput): Promise<void>;
  /** Starts the run that sees a merge through, and wakes the sales that changed hands; one that does already goes on. */
  mergeCustomers(input: CustomerMergeInput): Promise<void>;
  /** "Look again": starts the run that tells a customer what is not about one sale, or wakes it. */
  customerChanged(input: CustomerInput): Promise<void>;
  /** "The source answers again": has the sale's run of that id ask at once, if it waits for that. One that is gone does not. */
  sourceAnswers(workflowId: string): Promise<void>;
  /** Starts the run that lets the sales parked for a connection, or those that rest, look again, once for each time that it answers again. */
  wakeParked(input: ParkedSalesInput): Promise<void>;
  /** The redemption's id is the update's id: a repeated call meets its first outcome. */
  reserve(input: RedemptionInput, request: ReserveRequest & WaitedFor & MadeWith): Promise<RedemptionReceipt>;
  /**
   * What follows a reservation. A repetition with the same `callId` meets its first outcome; another call is judged
   * anew by the state the redemption is in then (R33).
   */
  confirm(
    input: RedemptionOfRun,
    by: ActedBy & WaitedFor & MadeWith,
    callId: string,
  ): Promise<RedemptionReceipt>;
  release(
    input: RedemptionOfRun,
    by: ActedBy & WaitedFor & MadeWith,
    callId: string,
  ): Promise<RedemptionReceipt>;
  rollback(
    input: RedemptionOfRun,
    by: ActedBy & WaitedFor & MadeWith,
    callId: string,
  ): Promise<RedemptionReceipt>;
  /**
   * Updates on the run of a sale, which is started anew where it has ended. `callId` is the update's id: a repetition meets
   * its first outcome. At most ten are taken at once.
   */
  voucher(
    move: VoucherMove,
    sale: SaleOfRun,
    request: VoucherRequest & WaitedFor & MadeWith,
    callId: string,
  ): Promise<VoucherReceipt>;
  returnGoods(
    sale: SaleOfRun,
    request: ReturnRequest & WaitedFor & MadeWith,
    callId: string,
  ): Promise<SaleChangeReceipt>;
  claimSale(
    sale: SaleOfRun,
    request: ClaimRequest & WaitedFor & MadeWith,
    callId: string,
  ): Promise<SaleChangeReceipt>;
  /** The sale's latest run and the steps that are being tried in it; null: there is none that Temporal knows. */
  lookAtSale(sale: SaleOfRun): Promise<RunLook | null>;
  /** Where the Temporal UI shows the runs of a workflow; null: its address is not known. */
  linkTo(workflowId: string): string | null;
  /** Answers when the namespace does. */
  ping(): Promise<void>;
  /** The queues that no worker has served for two minutes: what is asked of them waits. At most a quarter of a minute old. */
  unattended(): Promise<readonly Queue[]>;
}
