export { createLedgerProof } from './ledger-proof';
export type { LedgerProof } from './ledger-proof';
export { headModel } from './head-model';
export type { HeadDoc } from './head-model';
export { sealModel } from './seal-model';
export type { SealDoc } from './seal-model';
export { chainMisfit } from './verify-chain';
export type { Misfit, StoredChain } from './verify-chain';
export type { Verification } from './verify-ledger';
