import type { ClientSession } from 'mongoose';
import type { Sale } from '../../loyalty';
import { lateRefusal, NO_CALL, takeCall } from '../command';
import type { WaitedCall } from '../command';
import { changedMeanwhile, changedSale, saleModel, writeAttestedSale, writeSale } from '../sale';
import type { SaleChange } from '../sale';
import { inTransaction } from '../mongo';
import type { Mongo } from '../mongo';
import { attestRecords } from './attestations';
import { digestOfWrite, isAttested } from './sale-digest';
import type { SaleDigest } from './attestation-model';
import { lockOwnWallet } from './wallet-lock';

/**
 * Writes a sale's change in the transaction of a wallet.
 * @param customerId whose wallet is locked
 * @param moved value moves with it: then there is an entry that attests it, whatever has changed of it
 * @returns what the caller has to attest in that customer's chain; null: nothing
 * @throws ConcurrentChangeError if the sale has changed since it was read
 */
export async function changeSaleIn(
  mongo: Mongo,
  session: ClientSession,
  change: SaleChange,
  customerId: string,
  moved: boolean,
): Promise<SaleDigest | null> {
  if (moved || isAttested(change))
    return digestOfWrite(await writeAttestedSale(mongo, session, change, customerId));
  if (!(await writeSale(mongo, change, session))) throw changedMeanwhile(change);
  return null;
}

/**
 * Writes a sale's change by itself. One that was attested before is attested anew, in the chain in which it was: whose it is by
 * now, if anybody's, makes no difference to that. One that was not, has had no part in anybody's value yet.
 * @param call of staff that it is made for
 * @returns the sale as it is stored then
 * @throws ConcurrentChangeError if the sale has changed since it was read
 * @throws Refusal `request_expired` where nobody waits for the call any more
 */
export async function changeSale(mongo: Mongo, change: SaleChange, call?: WaitedCall): Promise<Sale> {
  const attests = isAttested(change);
  if (!call) {
    const written = await writeSale(mongo, change, null, attests);
    if (written) return written;
    if (!attests) throw changedMeanwhile(change);
  }
  return inTransaction(mongo, async (session) => {
    const { late } = call ? await takeCall(mongo, session, change.sale.merchantId, call) : NO_CALL;
    if (late) throw lateRefusal(late);
    const written = await writeSale(mongo, change, session, attests);
    if (written) return written;
    await attestAnew(mongo, session, change);
    return changedSale(change);
  });
}

async function attestAnew(mongo: Mongo, session: ClientSession, change: SaleChange): Promise<void> {
  const { merchantId, id } = change.sale;
  const known = await mongo
    .of(saleModel)
    .findOne({ _id: id, merchantId })
    .select({ attested: 1 })
    .session(session)
    .lean();
  if (!known?.attested) throw changedMeanwhile(change);
  const customerId = known.attested.in;
  await lockOwnWallet(mongo, session, merchantId, customerId);
  const written = await writeAttestedSale(mongo, session, change, customerId);
  await attestRecords(mongo, session, { merchantId, customerId }, { sales: [digestOfWrite(written)] });
}
