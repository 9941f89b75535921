import type { ClientSession } from 'mongoose';
import type { FormerForm } from '../mongo';
import { keyedDigest } from '../secret';
import { voucherCodeId } from './voucher-code-model';

const HASHED = 'hmac:';

/** Whether a code is kept under this id as an HMAC, and not in clear text as earlier versions did. */
export function isHashedCodeId(merchantId: string, id: string): boolean {
  return id.startsWith(`${merchantId}|${HASHED}`);
}

/** The id of a code as an HMAC, for the code in its one spelling. The merchant is hashed too: the same code has another with each. */
export function codeHasher(encryptionKey: Buffer): (merchantId: string, code: string) => string {
  const digestOf = keyedDigest(encryptionKey, 'voucher codes');
  return (merchantId, code) =>
    voucherCodeId(merchantId, `${HASHED}${digestOf(voucherCodeId(merchantId, code))}`);
}

/**
 * Under which ids codes are looked up and kept: a code is worth money, and in clear text only with the voucher itself. Those of
 * earlier versions lie in clear text until the last pass of the migration.
 */
export class VoucherCodeNames {
  /** The id under which this version keeps a code. */
  readonly hashed: (merchantId: string, code: string) => string;

  /**
   * @param clear codes as ids in clear text
   * @param clearUses redemptions that name their voucher by its code
   */
  constructor(
    encryptionKey: Buffer,
    readonly clear: FormerForm,
    readonly clearUses: FormerForm,
  ) {
    this.hashed = codeHasher(encryptionKey);
  }

  /** Tells every id under which a code may lie now; after the last pass one in clear text is of nobody's making. */
  async known(session: ClientSession | null): Promise<(merchantId: string, code: string) => string[]> {
    const clear = await this.clear.mayBeFound(session);
    return (merchantId, code) => [
      ...(clear ? [voucherCodeId(merchantId, code)] : []),
      this.hashed(merchantId, code),
    ];
  }
}
