import { formerPhoneKey, nameKey, parseDocument, parseEmail, parsePhone } from '../../loyalty';
import { after } from '../mongo';
import type { Mongo } from '../mongo';
import { readPhoneEnding } from './contact-data';
import { customerModel } from './customer-model';
import { newestFirst } from './found-row';
import type { FoundRow, ReadFound, RowFilter } from './found-row';
import { namesBegun } from './names-begun';

/** How somebody is found by a text, the surest way first. */
export const SEARCH_WAYS = ['named', 'phone', 'former', 'email', 'ending', 'name'] as const;
type Way = (typeof SEARCH_WAYS)[number];

/** Somebody who was found, as the place that a search is read on from. */
export interface SearchPlace {
  way: Way;
  /** The word of their name that begins as was asked; null: they were found by something else. */
  word: string | null;
  /** How new their data is. */
  at: Date;
  id: string;
}

/** So many, from the beginning, or from after a place on. */
export interface SearchPage {
  limit: number;
  after?: SearchPlace | undefined;
}

/** The records of one person may have one document, and they are never so many. */
const MOST_OF_ONE = 100;

/**
 * Customers that a text may mean, the surest first, and of one way the newest data first; those a word of whose name begins so come
 * by these words. Each way goes along an index in its order: nothing is sorted, however many are called Maria. Whoever is found in
 * several ways comes by the first.
 */
export async function searchCustomers(
  mongo: Mongo,
  merchantId: string,
  query: string,
  { limit, after: place }: SearchPage,
): Promise<SearchPlace[]> {
  const found: SearchPlace[] = [];
  const surer: RowFilter[] = [];
  const from = (way: Way): SearchPlace | null => (place?.way === way ? place : null);
  const isOpen = (way: Way): boolean =>
    found.length < limit && (!place || SEARCH_WAYS.indexOf(way) >= SEARCH_WAYS.indexOf(place.way));
  const add = (way: Way, rows: readonly (FoundRow & { word?: string })[]): void =>
    void found.push(...rows.map(({ id, at, word = null }) => ({ way, word, at, id })));
  for (const [way, where] of surely(query)) {
    const read = reading(mongo, merchantId, surer);
    if (isOpen(way))
      add(way, await (way === 'named' ? named : newest)(read, where, from(way), limit - found.length));
    surer.push(where);
  }
  const words = nameKey(query).split(' ').filter(Boolean);
  if (words.length > 0 && isOpen('name')) {
    const read = reading(mongo, merchantId, surer);
    add('name', await namesBegun(read, words, from('name'), limit - found.length));
  }
  return found;
}

/** By what names somebody, and whom that finds. */
function surely(query: string): [Way, RowFilter][] {
  const document = parseDocument(query);
  const phone = parsePhone(query);
  const former = phone && formerPhoneKey(phone);
  const email = parseEmail(query);
  const ending = readPhoneEnding(query);
  const id = { _id: query.trim() };
  const ways: [Way, RowFilter | null][] = [
    ['named', document ? { $or: [id, { 'document.value': document.value }] } : id],
    ['phone', phone && { 'phones.key': phone.key }],
    ['former', former === null ? null : { 'phones.key': former }],
    ['email', email === null ? null : { emails: email }],
    ['ending', ending === null ? null : { phoneEndings: ending }],
  ];
  return ways.flatMap(([way, where]) => (where ? [[way, where] as [Way, RowFilter]] : []));
}

type Place = Pick<SearchPlace, 'at' | 'id'> | null;

async function newest(read: ReadFound, where: RowFilter, from: Place, most: number): Promise<FoundRow[]> {
  return read(where, { from, most, newestFirst: true });
}

/** A document names one person: their records are read at once. */
async function named(read: ReadFound, where: RowFilter, from: Place, most: number): Promise<FoundRow[]> {
  const all = (await read(where, { most: MOST_OF_ONE })).toSorted(newestFirst);
  const next = from === null ? 0 : all.findIndex(({ id }) => id === from.id) + 1;
  return all.slice(next, next + most);
}

/** Reads of a merchant's customers, without those that other filters find. */
function reading(mongo: Mongo, merchantId: string, surer: readonly RowFilter[]): ReadFound {
  return async (where, { from, most, newestFirst: inOrder = false, without = [] }) => {
    const none = [...surer, ...without];
    const place = from ? after('updatedAt', { before: from.at, beforeId: from.id }) : {};
    const filter = { merchantId, ...where, ...place, ...(none.length === 0 ? {} : { $nor: none }) };
    const fields = { updatedAt: 1, nameWords: 1 } as const;
    const found = mongo.of(customerModel).find(filter).limit(most).select(fields);
    const rows = await (inOrder ? found.sort({ updatedAt: -1, _id: -1 }) : found).lean();
    return rows.map(({ _id: id, updatedAt: at, nameWords: words }) => ({ id, at, words }));
  };
}
