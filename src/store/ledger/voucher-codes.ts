import type { ClientSession } from 'mongoose';
import type { Lot } from '../../loyalty';
import { ConcurrentChangeError, isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';
import { voucherCodeId, voucherCodeModel } from './voucher-code-model';
import type { VoucherCodeNames } from './voucher-code-names';

/** The code of a new voucher belongs to another one: another try draws another. Says no code, as the database's own words would. */
class CodeTakenError extends ConcurrentChangeError {
  override readonly name = 'ConcurrentChangeError';

  constructor() {
    super('The code of a new voucher belongs to another one.');
  }
}

/** Which voucher has which code. */
export class VoucherCodes {
  constructor(
    private readonly mongo: Mongo,
    private readonly names: VoucherCodeNames,
  ) {}

  /** The lot that has the code, in its one spelling; null: there is none. */
  async lotId(merchantId: string, code: string): Promise<string | null> {
    const ids = (await this.names.known(null))(merchantId, code);
    const lotId = await this.lotUnder(merchantId, ids);
    // While it is moved, one look may come too early for the one id and too late for the other.
    return lotId ?? (ids.length > 1 ? this.lotUnder(merchantId, ids.slice(-1)) : null);
  }

  /** Keeps the codes of vouchers that are made in this transaction. @throws CodeTakenError where one is given already */
  async keep(session: ClientSession, merchantId: string, lots: readonly Lot[]): Promise<void> {
    const given = lots.flatMap(({ id, voucher }) => (voucher ? [{ lotId: id, code: voucher.code }] : []));
    if (given.length === 0) return;
    const clear = await this.names.clear.isWritten(session);
    if (!clear) await this.refuseClear(session, merchantId, given);
    const documents = given.flatMap(({ lotId, code }) =>
      [this.names.hashed(merchantId, code), ...(clear ? [voucherCodeId(merchantId, code)] : [])].map(
        (_id) => ({ _id, merchantId, lotId }),
      ),
    );
    try {
      await this.mongo.of(voucherCodeModel).insertMany(documents, { session, ordered: true, lean: true });
    } catch (error) {
      throw isDuplicateKey(error) ? new CodeTakenError() : error;
    }
  }

  /** Some that are given may still be in clear text, and are not kept apart from new ones by their ids. */
  private async refuseClear(
    session: ClientSession,
    merchantId: string,
    given: readonly { code: string }[],
  ): Promise<void> {
    if (!(await this.names.clear.mayBeFound(session))) return;
    const ids = given.map(({ code }) => voucherCodeId(merchantId, code));
    const taken = await this.mongo
      .of(voucherCodeModel)
      .exists({ _id: { $in: ids }, merchantId })
      .session(session);
    if (taken) throw new CodeTakenError();
  }

  private async lotUnder(merchantId: string, ids: readonly string[]): Promise<string | null> {
    const found = await this.mongo
      .of(voucherCodeModel)
      .findOne({ _id: { $in: ids }, merchantId })
      .lean();
    return found?.lotId ?? null;
  }
}
