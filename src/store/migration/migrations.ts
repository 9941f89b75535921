import type { DatabaseKeys } from './encryption-key';
import { attestLedgers } from './attest-ledgers';
import { attestSales } from './attest-sales';
import { dueSales } from './due-sales';
import { fairExpiry } from './fair-expiry';
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
 * @param keys what is kept as an HMAC is hashed under `digestKey`
 */
export function allMigrations({
  digestKey,
  sealer,
}: Pick<DatabaseKeys, 'digestKey' | 'sealer'>): readonly Migration[] {
  return [
    ...[dueSales, keptSales(digestKey), phoneKeys, attestLedgers],
    ...[hashedKeys(digestKey), hashedMergeKeys(digestKey), voucherCodes(digestKey), voucherUses],
    ...[voucherAttempts(digestKey), sealedAnswers(sealer)],
    ...[attestSales, sealedPrograms(digestKey), sealedSales, customerPhoneEndings, fairExpiry],
  ];
}
