import { formerPhoneKey, nameKey, parseDocument, parseEmail, parsePhone } from '../../loyalty';
import type { Mongo } from '../mongo';
import { readPhoneEnding } from './contact-data';
import { customerModel } from './customer-model';

/** One more than is shown, which says that there are more. */
const MOST = 51;
const NEWEST = { updatedAt: -1, _id: -1 } as const;

type Filter = Record<string, unknown>;

/**
 * Ids of customers that a text may mean, the surest first, at most 51. Each way of finding them goes along an index in its order:
 * nothing is sorted, however many are called Maria.
 */
export async function searchCustomers(mongo: Mongo, merchantId: string, query: string): Promise<string[]> {
  const words = nameKey(query).split(' ').filter(Boolean);
  const found = new Set(await ids(mongo, { $or: exactly(merchantId, query) }));
  const ending = readPhoneEnding(query);
  if (ending !== null)
    for (const id of await ids(mongo, { merchantId, phoneEndings: ending }, NEWEST)) found.add(id);
  if (words.length > 0 && found.size < MOST) {
    const [longest = '', ...others] = words.sort((one, other) => other.length - one.length);
    const alsoBegun = others.map((word) => ({ nameWords: begunBy(word) }));
    const also = others.length === 0 ? {} : { $and: alsoBegun };
    for (const id of await ids(mongo, { merchantId, nameWords: longest, ...also }, NEWEST)) found.add(id);
    if (found.size < MOST)
      for (const id of await ids(mongo, { merchantId, nameWords: begunBy(longest), ...also })) found.add(id);
  }
  return [...found].slice(0, MOST);
}

async function ids(mongo: Mongo, filter: Filter, sort: Record<string, 1 | -1> = {}): Promise<string[]> {
  const found = mongo.of(customerModel).find(filter).sort(sort).limit(MOST).select({ _id: 1 });
  return (await found.lean()).map(({ _id }) => _id);
}

function exactly(merchantId: string, query: string): Filter[] {
  const document = parseDocument(query);
  const phone = parsePhone(query);
  const email = parseEmail(query);
  return [
    { _id: query.trim(), merchantId },
    ...(document ? [{ merchantId, 'document.value': document.value }] : []),
    ...(phone
      ? [{ merchantId, 'phones.key': { $in: [phone.key, formerPhoneKey(phone) ?? phone.key] } }]
      : []),
    ...(email ? [{ merchantId, emails: email }] : []),
  ];
}

function begunBy(word: string): { $regex: string } {
  return { $regex: `^${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}` };
}
