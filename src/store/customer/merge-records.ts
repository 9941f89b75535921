import type { ClientSession } from 'mongoose';
import { formerPhoneKey } from '../../loyalty';
import type { DoneBy } from '../../loyalty';
import { saleModel, sealAfter, WITHOUT_TELLING } from '../sale';
import type { AttestableSale } from '../sale';
import { attestRecords, digestOfWrite, lockOwnWallet } from '../ledger';
import { inTransaction } from '../mongo';
import type { Mongo } from '../mongo';
import { contactGain, phoneEndings, rekeyed } from './contact-data';
import { customerModel, identityKeyModel } from './customer-model';
import { TO_BE_LOOKED_AT } from './follow-up-plans';
import { attestMerge } from './merge-digest';
import { mergeModel } from './merge-model';
import type { CustomerDoc } from './customer-model';
import type { MergeDoc, TakenOver } from './merge-model';

/** What belongs to a customer besides value: sales, identity keys, contact data. */
export interface Belongings {
  saleIds: string[];
  identityKeys: string[];
}

/** What is said in the timeline of a sale that changes hands. */
export const MERGED = 'Cadastro do cliente unido a outro';

/** How a sale that changes hands tells of it. */
export interface HandOver {
  at: Date;
  text: string;
  /** Absent: it was found out by a mark that names one person. */
  by?: DoneBy;
}

/** Who made two records one, or told them apart, as what changed hands by it says so. */
export function handedBy({ operator, keyId = null }: Pick<MergeDoc, 'operator' | 'keyId'>): { by?: DoneBy } {
  return operator === null && keyId === null ? {} : { by: { operator, keyId } };
}

/** Everything a merge would take over from a customer. */
export async function belongingsOf(
  mongo: Mongo,
  session: ClientSession,
  merchantId: string,
  customerId: string,
): Promise<Belongings> {
  const of = { merchantId, customerId };
  const sales = await mongo.of(saleModel).find(of).select({ _id: 1 }).session(session).lean();
  const keys = await mongo.of(identityKeyModel).find(of).select({ _id: 1 }).session(session).lean();
  return { saleIds: sales.map(({ _id }) => _id), identityKeys: keys.map(({ _id }) => _id) };
}

/** Gives sales and keys of one customer, whose wallet is locked, to another, as far as they are still that customer's. */
export async function handBelongings(
  mongo: Mongo,
  session: ClientSession,
  { merchantId, from, into }: Pick<MergeDoc, 'merchantId' | 'from' | 'into'>,
  { saleIds, identityKeys }: Belongings,
  event: HandOver,
): Promise<void> {
  const sales = { _id: { $in: saleIds }, merchantId, customerId: from };
  const attested = { ...sales, attested: { $ne: null } };
  const read = await mongo.of(saleModel).find(sales, WITHOUT_TELLING).session(session).lean();
  const before = read.filter((sale) => sale.attested);
  await mongo
    .of(saleModel)
    .updateMany(attested, { $inc: { 'attested.n': 1 }, $set: { 'attested.in': from } }, { session });
  const told = {
    $inc: { version: 1, attestingVersion: 1 },
    $push: { timeline: { ...event, event: 'merged' } },
  };
  const pinned = { customerId: into, 'pinned.customerId': into };
  await mongo
    .of(saleModel)
    .updateMany({ ...sales, 'pinned.customerId': from }, { ...told, $set: pinned }, { session });
  await mongo.of(saleModel).updateMany(sales, { ...told, $set: { customerId: into } }, { session });
  if (before.length > 0) await attestHanded(mongo, session, { merchantId, from }, before);
  await sealHanded(mongo, session, { merchantId, from, into }, read);
  await mongo
    .of(identityKeyModel)
    .updateMany(
      { _id: { $in: identityKeys }, merchantId, customerId: from },
      { $set: { customerId: into } },
      { session },
    );
}

/** Sales that went over are attested by whoever gave them, whose wallet is locked whoever takes them. */
async function attestHanded(
  mongo: Mongo,
  session: ClientSession,
  { merchantId, from }: Pick<MergeDoc, 'merchantId' | 'from'>,
  before: readonly AttestableSale[],
): Promise<void> {
  const ids = before.map(({ _id }) => _id);
  const handed = await mongo
    .of(saleModel)
    .find({ _id: { $in: ids }, merchantId }, WITHOUT_TELLING)
    .session(session)
    .lean();
  const now = new Map(handed.map((sale) => [sale._id, sale]));
  const sales = before.map((sale) => digestOfWrite({ before: sale, after: now.get(sale._id)! }));
  await attestRecords(mongo, session, { merchantId, customerId: from }, { sales });
}

/** Sales that are in nobody's ledger yet go over under a new seal, each as it was read. */
async function sealHanded(
  mongo: Mongo,
  session: ClientSession,
  { merchantId, from, into }: Pick<MergeDoc, 'merchantId' | 'from' | 'into'>,
  read: readonly AttestableSale[],
): Promise<void> {
  const writes = read.flatMap((sale) => {
    const { _id, attested, pinned } = sale;
    const owned = pinned?.customerId === from ? { pinned: { ...pinned, customerId: into } } : {};
    const seal = attested ? undefined : sealAfter(mongo, sale, { customerId: into, ...owned });
    return seal === undefined
      ? []
      : [{ updateOne: { filter: { _id, merchantId }, update: { $set: { seal } } } }];
  });
  if (writes.length > 0) await mongo.of(saleModel).bulkWrite(writes, { session, ordered: false });
}

/** Adds to the customer merged into the contact data that only the other had. Answers what was added, for undoing it. */
export async function takeOver(
  mongo: Mongo,
  session: ClientSession,
  from: CustomerDoc,
  into: CustomerDoc,
  now: Date,
): Promise<TakenOver> {
  const { phones, emails, document, name } = contactGain(from, into);
  const both = [...rekeyed(into.phones), ...phones];
  const set = {
    ...{ phones: both, phoneEndings: phoneEndings(both) },
    emails: [...into.emails, ...emails],
    ...(document ? { document: from.document } : {}),
    ...(name ? { name: from.name, nameWords: from.nameWords } : {}),
    updatedAt: now,
  };
  const { merchantId } = into;
  const merged = { $set: { mergedInto: into._id }, ...TO_BE_LOOKED_AT };
  await mongo
    .of(customerModel)
    .updateOne({ _id: into._id, merchantId }, { $set: set, ...TO_BE_LOOKED_AT }, { session });
  await mongo.of(customerModel).updateOne({ _id: from._id, merchantId }, merged, { session });
  return { document, name, phoneKeys: phones.map(({ key }) => key), emails };
}

/** Takes from the customer merged into what the merge had added, and makes the other a customer again. */
export async function giveBack(
  mongo: Mongo,
  session: ClientSession,
  { from, into, takenOver }: Pick<MergeDoc, 'from' | 'into' | 'takenOver'>,
  known: CustomerDoc,
  now: Date,
): Promise<void> {
  const own = withoutPhones(rekeyed(known.phones), takenOver.phoneKeys);
  const set = {
    ...{ phones: own, phoneEndings: phoneEndings(own) },
    emails: known.emails.filter((email) => !takenOver.emails.includes(email)),
    ...(takenOver.document ? { document: null } : {}),
    ...(takenOver.name ? { name: null, nameWords: [] } : {}),
    updatedAt: now,
  };
  const { merchantId } = known;
  const again = { $set: { mergedInto: null }, ...TO_BE_LOOKED_AT };
  await mongo
    .of(customerModel)
    .updateOne({ _id: into, merchantId }, { $set: set, ...TO_BE_LOOKED_AT }, { session });
  await mongo.of(customerModel).updateOne({ _id: from, merchantId }, again, { session });
}

/** Merges made when a landline and a mobile still had one key name a mobile by that (R49). */
function withoutPhones(phones: CustomerDoc['phones'], taken: readonly string[]): CustomerDoc['phones'] {
  const keys = new Set(phones.map(({ key }) => key));
  return phones.filter((phone) => {
    const former = formerPhoneKey(phone);
    return !taken.includes(phone.key) && (former === null || keys.has(former) || !taken.includes(former));
  });
}

/**
 * A sale that came to somebody who had just been merged away (a contact was recognised, or a sale claimed, at that very
 * moment) goes to whoever remains, and back with the others if the merge is undone.
 */
export async function adoptSale(
  mongo: Mongo,
  merchantId: string,
  saleId: string,
  customerId: string,
): Promise<void> {
  await inTransaction(mongo, async (session) => {
    // Taken like any wallet, so that the merge cannot be undone meanwhile.
    const wallet = await lockOwnWallet(mongo, session, merchantId, customerId);
    const into = wallet?.mergedInto;
    if (
      !into ||
      !(await mongo.of(saleModel).exists({ _id: saleId, merchantId, customerId }).session(session))
    )
      return;
    const merge = await mongo
      .of(mergeModel)
      .findOneAndUpdate(
        { merchantId, from: customerId, into, undoneAt: null },
        { $addToSet: { saleIds: saleId } },
        { session },
      )
      .lean();
    const event = { at: new Date(), text: MERGED, ...(merge ? handedBy(merge) : {}) };
    const gone = { saleIds: [saleId], identityKeys: [] };
    await handBelongings(mongo, session, { merchantId, from: customerId, into }, gone, event);
    if (merge) await attestMerge(mongo, session, { merchantId, id: merge._id }, merge);
  });
}
