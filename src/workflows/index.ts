export {
  benefitMoved,
  claimSale,
  confirm,
  release,
  reserve,
  returnGoods,
  rollback,
  saleChanged,
  timeIsUp,
  voucherRedeem,
  voucherRelease,
  voucherReserve,
  voucherRollback,
  FILE_IMPORT_WORKFLOW,
  LEDGER_PROOF_WORKFLOW,
  REDEMPTION_WORKFLOW,
  SALE_WORKFLOW,
  SIMULATION_WORKFLOW,
} from './definitions';
export type {
  ActedBy,
  ClaimRequest,
  FileImportInput,
  LedgerProofInput,
  MerchantProof,
  ProofSums,
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
} from './definitions';
export { inList, inMarkdown, inParagraphs } from './markdown';
export {
  fileImportWorkflowId,
  ledgerProofId,
  redemptionWorkflowId,
  saleWorkflowId,
  simulationWorkflowId,
} from './ids';
export { READING } from './sale-attributes';
export { searchAttributes } from './search-attributes';
