import { attestLedgers } from './attest-ledgers';
import { attestSales } from './attest-sales';
import { dueSales } from './due-sales';
import { hashedKeys, hashedMergeKeys } from './hashed-keys';
import { keptSales } from './kept-sales';
import type { Migration } from './migration';
import { customerPhoneEndings } from './phone-endings';
import { phoneKeys } from './phone-keys';
import { sealedAnswers } from './sealed-answers';
import { sealedPrograms } from './sealed-programs';
import { sealedSales } from './sealed-sales';
import { voucherAttempts } from './voucher-attempts';
import { voucherCodes } from './voucher-codes';
import { voucherUses } from './voucher-uses';

/**
 * Every move of data there has been, in the order in which they are made. One stays in the list for as long as somebody may
 * upgrade across it.
 * @param encryptionKey 32 bytes; what is kept as an HMAC is hashed under it
 */
export function allMigrations(encryptionKey: Buffer): readonly Migration[] {
  return [
    ...[dueSales, keptSales(encryptionKey), phoneKeys, attestLedgers],
    ...[hashedKeys(encryptionKey), hashedMergeKeys(encryptionKey), voucherCodes(encryptionKey), voucherUses],
    ...[voucherAttempts(encryptionKey), sealedAnswers(encryptionKey)],
    ...[attestSales, sealedPrograms(encryptionKey), sealedSales, customerPhoneEndings],
  ];
}
