export {
  benefitMoved,
  confirm,
  release,
  reserve,
  rollback,
  saleChanged,
  REDEMPTION_WORKFLOW,
  SALE_WORKFLOW,
} from './definitions';
export type {
  ActedBy,
  RedemptionInput,
  RedemptionReceipt,
  ReserveRequest,
  SaleHint,
  SaleInput,
} from './definitions';
export { redemptionWorkflowId, saleWorkflowId } from './ids';
export { searchAttributes } from './search-attributes';
