export { asRead, bothRead } from './as-read';
export type { AsRead } from './as-read';
export {
  appendAttestation,
  attestationHash,
  attestationsGenesis,
  attestRecords,
  recordOfGrant,
  recordOfRedemption,
} from './attestations';
export { attestationModel } from './attestation-model';
export type { AttestationDoc, RecordDigest, SaleDigest } from './attestation-model';
export { COUNTED_FOR_GOOD, counterId, deservedSum, PUT_OFF } from './budget-count';
export { budgetModel } from './budget-model';
export { chainEntries, entriesGenesis, entryHash } from './chain';
export type { UnchainedEntry } from './chain';
export { chained, contentDigest, sha256 } from './content-hash';
export { grantDigest, lotDigest, redemptionDigest, redemptionTermsDigest } from './digests';
export { formOf, formProblem } from './entry-forms';
export { entryModel } from './entry-model';
export type { EntryDoc } from './entry-model';
export { grantModel } from './grant-model';
export type { GrantDoc } from './grant-model';
export { grantId, toEntry, toGrant, toLot, toRedemption } from './ledger-documents';
export { lotModel } from './lot-model';
export type { LotDoc } from './lot-model';
export { redemptionModel } from './redemption-model';
export type { RedemptionDoc } from './redemption-model';
export { changeSale } from './sale-changes';
export { causeOfSale, digestOfSale, digestOfWrite, saleOfCause } from './sale-digest';
export { saveBook, walletFields } from './save-book';
export type { WalletFields } from './save-book';
export { mayNameASale, salesDrawnOn } from './unwoken';
export { createStatements } from './statements';
export type { StatementLine, Statements } from './statements';
export { inOrderOf } from './use-order';
export { voucherCodeModel } from './voucher-code-model';
export type { VoucherCodeDoc } from './voucher-code-model';
export { codeHasher, isHashedCodeId, VoucherCodeNames } from './voucher-code-names';
export { lockOwnWallet, refuseMoving, WalletMovingError } from './wallet-lock';
export { NOT_THERE, readWas, SEAL_BROKEN, SEAL_UNREAD, UNCHANGED } from './was';
export { WRITTEN_UNATTESTED, WRITTEN_UNSEALED } from './was';
export type { Was } from './was';
export { walletModel } from './wallet-model';
export type { Moving, WalletDoc } from './wallet-model';
export { createWallets } from './wallets';
export type { Wallets } from './wallets';
