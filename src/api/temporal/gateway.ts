import type {
  ActedBy,
  FileImportInput,
  RedemptionInput,
  RedemptionReceipt,
  ReserveRequest,
  SaleHint,
  SaleInput,
} from '../../workflows';

/**
 * What the API asks of Temporal. Every call has a deadline.
 * @throws EngineUnavailableError when Temporal did not take the call
 * @throws OutcomeUnknownError when an update's outcome did not arrive in time
 * @throws RefusedByWorkflow when the rules say no
 */
export interface TemporalGateway {
  /** "Look again": starts the sale's workflow or wakes it. */
  saleChanged(input: SaleInput, hint: SaleHint): Promise<void>;
  /** Starts the run that works through a file's rows; one that works on them already goes on. */
  importFile(input: FileImportInput): Promise<void>;
  /** The redemption's id is the update's id: a repeated call meets its first outcome. */
  reserve(input: RedemptionInput, request: ReserveRequest): Promise<RedemptionReceipt>;
  /**
   * What follows a reservation. A repetition with the same `callId` meets its first outcome; another call is judged
   * anew by the state the redemption is in then (R33).
   */
  confirm(input: RedemptionInput, by: ActedBy, callId: string): Promise<RedemptionReceipt>;
  release(input: RedemptionInput, by: ActedBy, callId: string): Promise<RedemptionReceipt>;
  rollback(input: RedemptionInput, by: ActedBy, callId: string): Promise<RedemptionReceipt>;
  /** Answers when the namespace does. */
  ping(): Promise<void>;
}
