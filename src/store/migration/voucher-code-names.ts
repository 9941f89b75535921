import { VoucherCodeNames } from '../ledger';
import type { Mongo } from '../mongo';
import { formerForm } from './former-form';
import { VOUCHER_CODES } from './voucher-codes';
import { VOUCHER_USES } from './voucher-uses';

/** How the codes of a database are kept, as far as it is migrated. */
export function voucherCodeNames(mongo: Mongo, encryptionKey: Buffer): VoucherCodeNames {
  return new VoucherCodeNames(
    encryptionKey,
    formerForm(mongo, VOUCHER_CODES),
    formerForm(mongo, VOUCHER_USES),
  );
}
