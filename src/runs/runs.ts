import type {
  ActedBy,
  ClaimRequest,
  FileImportInput,
  RedemptionInput,
  RedemptionReceipt,
  ReserveRequest,
  ReturnRequest,
  SaleChangeReceipt,
  SaleHint,
  SaleInput,
  SimulationInput,
  VoucherReceipt,
  VoucherRequest,
} from '../workflows';

/** What staff can do with a voucher. */
export type VoucherMove = 'reserve' | 'redeem' | 'release' | 'rollback';

/**
 * What the API asks of Temporal. Every call has a deadline.
 * @throws EngineUnavailableError when Temporal did not take the call; EngineBusyError where a limit of its was met
 * @throws OutcomeUnknownError when an update's outcome did not arrive in time; RunEndedError where asking again helps
 * @throws RefusedByWorkflow when the rules say no
 */
export interface TemporalGateway {
  /** "Look again": starts the sale's workflow or wakes it. */
  saleChanged(input: SaleInput, hint: SaleHint): Promise<void>;
  /** Starts the run that works through a file's rows; one that works on them already goes on. */
  importFile(input: FileImportInput): Promise<void>;
  /** Starts the run that plays a program over the past; one that does already goes on. */
  simulate(input: SimulationInput): Promise<void>;
  /** "Calculate again", without asking the source; `causeId` says what moved. */
  benefitMoved(input: SaleInput, causeId: string): Promise<void>;
  /** The redemption's id is the update's id: a repeated call meets its first outcome. */
  reserve(input: RedemptionInput, request: ReserveRequest): Promise<RedemptionReceipt>;
  /**
   * What follows a reservation. A repetition with the same `callId` meets its first outcome; another call is judged
   * anew by the state the redemption is in then (R33).
   */
  confirm(input: RedemptionInput, by: ActedBy, callId: string): Promise<RedemptionReceipt>;
  release(input: RedemptionInput, by: ActedBy, callId: string): Promise<RedemptionReceipt>;
  rollback(input: RedemptionInput, by: ActedBy, callId: string): Promise<RedemptionReceipt>;
  /**
   * Updates on the run of a sale, which is started anew where it has ended. `callId` is the update's id: a repetition meets
   * its first outcome. At most ten are taken at once.
   */
  voucher(
    move: VoucherMove,
    sale: SaleInput,
    request: VoucherRequest,
    callId: string,
  ): Promise<VoucherReceipt>;
  returnGoods(sale: SaleInput, request: ReturnRequest, callId: string): Promise<SaleChangeReceipt>;
  claimSale(sale: SaleInput, request: ClaimRequest, callId: string): Promise<SaleChangeReceipt>;
  /** Answers when the namespace does. */
  ping(): Promise<void>;
}
