import type { ClientSession } from 'mongoose';
import type { Book, Redemption } from '../../loyalty';
import type { FormerForm, Mongo } from '../mongo';
import { voucherCode } from './attestations';
import { redemptionModel } from './redemption-model';

/**
 * Says of redemptions that are made in this transaction which voucher they use, by its code in clear text, for as long as a
 * process may run that knows it by nothing else. Of a use of balance such a process wants to read that there is none.
 */
export async function nameByCode(
  mongo: Mongo,
  session: ClientSession,
  clear: FormerForm,
  merchantId: string,
  { book, made }: { book: Book; made: readonly Redemption[] },
): Promise<void> {
  if (made.length === 0 || !(await clear.isWritten(session))) return;
  await mongo.of(redemptionModel).bulkWrite(
    made.map((one) => ({
      updateOne: {
        filter: { _id: one.id, merchantId },
        update: { $set: { voucherCode: voucherCode(one, book) } },
      },
    })),
    { session, ordered: true },
  );
}
