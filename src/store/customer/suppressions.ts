import type { UpdateQuery } from 'mongoose';
import { hasNinthDigit, parseDocument, parseEmail, parsePhone } from '../../loyalty';
import { duplicatesIn, isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';
import { addressOf } from './address';
import { CONSENT_CHANNELS } from './consent-model';
import type { ConsentChannel } from './consent-model';
import type { Customer, CustomerAddress } from './customers';
import { formToTry, reachesNobody } from './reaching';
import { suppressionModel } from './suppression-model';
import type { SuppressionDoc, SuppressionFailure } from './suppression-model';

/** What is never written to, in any spelling. A document stands for all that its owner can be reached by. */
export interface SuppressedMark {
  kind: 'phone' | 'email' | 'document';
  text: string;
}

/** By which channels a customer is not written to: because a list says so, whoever has the address does, or it reaches nobody. */
export interface Suppressed {
  listed: ReadonlySet<ConsentChannel>;
  saidByOwner: ReadonlySet<ConsentChannel>;
  unreachable: ReadonlySet<ConsentChannel>;
  /** Whether a Brazilian mobile is to be written with its ninth digit; null: it is no such number. */
  ninth: boolean | null;
}

/** An address at which somebody is, as was seen at an instant. */
export interface Reached {
  address: CustomerAddress;
  at: Date;
  /** It is written as the provider knows it. */
  asKnown?: true;
}

const KEPT_FAILURES = 5;

/** Whom a merchant does not write to, whatever becomes of their records. What a list says is only ever added to. */
export interface Suppressions {
  /** Adds marks; those that are there stay. @returns how many are new, and the places of those that nobody can have */
  add(
    merchantId: string,
    marks: readonly SuppressedMark[],
    now: Date,
  ): Promise<{ added: number; unreadable: number[] }>;
  /** By which channels a customer is not written to, as they would be now. */
  of(
    merchantId: string,
    customer: Pick<Customer, 'document' | 'phones' | 'emails'>,
    now: Date,
  ): Promise<Suppressed>;
  /**
   * A message has reached nobody at an address, which stands as the provider was given it. Of the same message told again, it counts once:
   * of both forms of a number once each.
   */
  failed(merchantId: string, address: CustomerAddress, messageId: string, at: Date): Promise<void>;
  /** Somebody is there: a message has arrived, or whoever has the address says so. What failed up to then does not count any more. */
  reached(merchantId: string, reached: readonly Reached[]): Promise<void>;
  /** Whoever has these addresses wants no more: also who turns out to have one only later. */
  refuse(merchantId: string, addresses: readonly CustomerAddress[], now: Date): Promise<void>;
  /** They have agreed again. What is on the list stays. */
  agree(merchantId: string, addresses: readonly CustomerAddress[]): Promise<void>;
}

export function createSuppressions(mongo: Mongo): Suppressions {
  const idOf = (merchantId: string, mark: string): string =>
    `${merchantId}|${mongo.keyedDigest('suppressions', `${merchantId}|${mark}`)}`;

  const failuresOf = (merchantId: string, address: CustomerAddress | null): string | null => {
    const name = address && nameOf(markOf(address));
    return name === null ? null : idOf(merchantId, `failures|${name}`);
  };

  const idsOf = (merchantId: string, addresses: readonly CustomerAddress[]): string[] =>
    addresses.flatMap((address) => {
      const name = nameOf(markOf(address));
      return name === null ? [] : [idOf(merchantId, name)];
    });

  /** Whoever makes the same document at the same moment may say something else: then it is changed. */
  async function changeOrMake(
    filter: { _id: string; merchantId: string; $nor?: object[] },
    change: UpdateQuery<SuppressionDoc>,
  ): Promise<void> {
    try {
      await mongo.of(suppressionModel).updateOne(filter, change, { upsert: true });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      await mongo.of(suppressionModel).updateOne(filter, change);
    }
  }

  return {
    async add(merchantId, marks, createdAt) {
      const names = marks.map(nameOf);
      const readable = new Set(names.filter((name) => name !== null));
      const unreadable = names.flatMap((name, place) => (name === null ? [place] : []));
      if (readable.size === 0) return { added: 0, unreadable };
      const docs = [...readable].map((name) => ({ _id: idOf(merchantId, name), merchantId, createdAt }));
      try {
        await mongo.of(suppressionModel).insertMany(docs, { lean: true, ordered: false });
        return { added: docs.length, unreadable };
      } catch (error) {
        const known = duplicatesIn(error).map((place) => docs[place]!._id);
        // What its owner has said only until now is for good from now on.
        await mongo
          .of(suppressionModel)
          .updateMany({ merchantId, _id: { $in: known } }, { $unset: { saidByOwner: 1 } });
        return { added: docs.length - known.length, unreadable };
      }
    },
    async of(merchantId, { document, phones, emails }, now) {
      const marks: { mark: string; channels: ConsentChannel[] }[] = [
        ...(document ? [{ mark: `document:${document.value}`, channels: BOTH }] : []),
        ...CONSENT_CHANNELS.flatMap((channel) => {
          const address = addressOf({ phones, emails }, channel);
          const mark = address && nameOf(markOf(address));
          return mark ? [{ mark, channels: [channel] }] : [];
        }),
      ];
      if (marks.length === 0)
        return { listed: new Set(), saidByOwner: new Set(), unreachable: new Set(), ninth: null };
      const ids = marks.map(({ mark }) => idOf(merchantId, mark));
      const written = CONSENT_CHANNELS.flatMap((channel) => {
        const address = addressOf({ phones, emails }, channel);
        const id = failuresOf(merchantId, address);
        return id === null || address === null ? [] : [{ channel, address, id }];
      });
      const asked = [...ids, ...written.map(({ id }) => id)];
      const all = await mongo.find(suppressionModel, { merchantId, _id: { $in: asked } });
      const found = all.filter(({ _id }) => ids.includes(_id));
      const known = (one: (typeof written)[number]): Partial<SuppressionDoc> =>
        all.find(({ _id }) => _id === one.id) ?? {};
      const unreachable = written.filter((one) => reachesNobody(known(one), one.address, now));
      const among = (own: boolean): ReadonlySet<ConsentChannel> => {
        const those = new Set(
          found.filter((one) => (one.saidByOwner ?? false) === own).map(({ _id }) => _id),
        );
        return new Set(marks.flatMap(({ channels }, place) => (those.has(ids[place]!) ? channels : [])));
      };
      const phone = written.find(({ channel }) => channel === 'whatsapp');
      return {
        ...{ listed: among(false), saidByOwner: among(true) },
        unreachable: new Set(unreachable.map(({ channel }) => channel)),
        ninth: phone ? formToTry(known(phone), phone.address, now) : null,
      };
    },
    async failed(merchantId, address, message, at) {
      const _id = failuresOf(merchantId, address);
      if (_id === null) return;
      const failure: SuppressionFailure = { message, at, ...formOf(address) };
      // One that is counted already does not fit.
      await changeOrMake(
        { _id, merchantId, $nor: [{ failed: { $elemMatch: { message, ...formOf(address) } } }] },
        {
          $push: { failed: { $each: [failure], $slice: -KEPT_FAILURES } },
          $setOnInsert: { createdAt: at },
        },
      );
    },
    async reached(merchantId, reached) {
      const newest = new Map<string, Reached>();
      for (const one of reached) {
        const id = failuresOf(merchantId, one.address);
        if (id !== null && (newest.get(id)?.at ?? new Date(0)) < one.at) newest.set(id, one);
      }
      if (newest.size === 0) return;
      const filter = { merchantId, _id: { $in: [...newest.keys()] } };
      const docs = await mongo.find(suppressionModel, filter, { fields: { failed: 1, ninth: 1 } });
      const known = new Map(docs.map((doc) => [doc._id, doc]));
      for (const [_id, one] of newest) {
        // Of most addresses no failure is known and no other form, and nothing is written.
        const change = changeOf(known.get(_id), one);
        if (change === null) continue;
        await changeOrMake({ _id, merchantId }, { ...change, $setOnInsert: { createdAt: one.at } });
      }
    },
    async refuse(merchantId, addresses, createdAt) {
      const docs = idsOf(merchantId, addresses).map((_id) => ({
        _id,
        merchantId,
        createdAt,
        saidByOwner: true,
      }));
      if (docs.length === 0) return;
      try {
        await mongo.of(suppressionModel).insertMany(docs, { lean: true, ordered: false });
      } catch (error) {
        // Said before, or listed for good.
        duplicatesIn(error);
      }
    },
    async agree(merchantId, addresses) {
      const ids = idsOf(merchantId, addresses);
      if (ids.length === 0) return;
      await mongo.of(suppressionModel).deleteMany({ merchantId, _id: { $in: ids }, saidByOwner: true });
    },
  };
}

/** What is to be kept of an address at which somebody is; null: nothing that is not known. */
function changeOf(
  known: Pick<SuppressionDoc, 'failed' | 'ninth'> | undefined,
  { address, at, asKnown }: Reached,
): Pick<UpdateQuery<SuppressionDoc>, '$max' | '$set'> | null {
  const { ninth = true } = formOf(address);
  const isFailed = known?.failed !== undefined;
  const isOther = asKnown === true && ninth !== (known?.ninth ?? true);
  if (!isFailed && !isOther) return null;
  return { ...(isFailed ? { $max: { reachedAt: at } } : {}), ...(isOther ? { $set: { ninth } } : {}) };
}

/** In which of its forms a phone stands, where it has two. */
function formOf(address: CustomerAddress): { ninth?: boolean } {
  const ninth = 'phone' in address ? hasNinthDigit(address.phone) : null;
  return ninth === null ? {} : { ninth };
}

const BOTH: ConsentChannel[] = [...CONSENT_CHANNELS];

function markOf(address: CustomerAddress): SuppressedMark {
  return 'phone' in address ? { kind: 'phone', text: address.phone } : { kind: 'email', text: address.email };
}

/** Between two marks in one text. */
const SEPARATOR = /[,;/|\n]|\s(?:e|ou)\s/i;

/** A mark in its one spelling; null: nobody can have it, or it is more than one, of which none is to be passed over in silence. */
function nameOf({ kind, text }: SuppressedMark): string | null {
  if (kind !== 'document' && SEPARATOR.test(text.trim())) return null;
  if (kind === 'phone') {
    const phone = parsePhone(text);
    return phone && `phone:${phone.key}`;
  }
  if (kind === 'email') {
    const email = parseEmail(text);
    return email && `email:${email}`;
  }
  const document = parseDocument(text);
  return document && `document:${document.value}`;
}
