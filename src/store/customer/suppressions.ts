import { parseDocument, parseEmail, parsePhone } from '../../loyalty';
import { duplicatesIn, isDuplicateKey } from '../mongo';
import type { Mongo } from '../mongo';
import { addressOf } from './address';
import { CONSENT_CHANNELS } from './consent-model';
import type { ConsentChannel } from './consent-model';
import type { Customer, CustomerAddress } from './customers';
import { suppressionModel } from './suppression-model';
import type { SuppressionDoc } from './suppression-model';

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
}

/** An address at which somebody is, as was seen at an instant. */
export interface Reached {
  address: CustomerAddress;
  at: Date;
}

/** So often within so long a message has to fail for its address to count as reaching nobody. */
const FAILURES: Record<ConsentChannel, number> = { whatsapp: 2, email: 1 };
const FAILED_WITHIN_MS = 90 * 24 * 3_600_000;
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
  /** A message has reached nobody at an address. Of the same message told again, it counts once. */
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
      if (marks.length === 0) return { listed: new Set(), saidByOwner: new Set(), unreachable: new Set() };
      const ids = marks.map(({ mark }) => idOf(merchantId, mark));
      const failures = new Map(
        CONSENT_CHANNELS.flatMap((channel) => {
          const id = failuresOf(merchantId, addressOf({ phones, emails }, channel));
          return id === null ? [] : [[id, channel]];
        }),
      );
      const asked = [...ids, ...failures.keys()];
      const all = await mongo.find(suppressionModel, { merchantId, _id: { $in: asked } });
      const found = all.filter(({ _id }) => !failures.has(_id));
      const unreachable = all.flatMap((doc) => {
        const channel = failures.get(doc._id);
        return channel !== undefined && reachesNobody(doc, channel, now) ? [channel] : [];
      });
      const among = (own: boolean): ReadonlySet<ConsentChannel> => {
        const those = new Set(
          found.filter((one) => (one.saidByOwner ?? false) === own).map(({ _id }) => _id),
        );
        return new Set(marks.flatMap(({ channels }, place) => (those.has(ids[place]!) ? channels : [])));
      };
      return { listed: among(false), saidByOwner: among(true), unreachable: new Set(unreachable) };
    },
    async failed(merchantId, address, message, at) {
      const _id = failuresOf(merchantId, address);
      if (_id === null) return;
      try {
        await mongo.of(suppressionModel).updateOne(
          { _id, merchantId, 'failed.message': { $ne: message } },
          {
            $push: { failed: { $each: [{ message, at }], $slice: -KEPT_FAILURES } },
            $setOnInsert: { createdAt: at },
          },
          { upsert: true },
        );
      } catch (error) {
        // It is counted already.
        if (!isDuplicateKey(error)) throw error;
      }
    },
    async reached(merchantId, reached) {
      const at = new Map<string, Date>();
      for (const one of reached) {
        const id = failuresOf(merchantId, one.address);
        const before = id === null ? undefined : at.get(id);
        if (id !== null && (before === undefined || before < one.at)) at.set(id, one.at);
      }
      if (at.size === 0) return;
      // Of most addresses no failure is known, and nothing is written.
      const filter = { merchantId, _id: { $in: [...at.keys()] } };
      for (const { _id } of await mongo.find(suppressionModel, filter, { fields: { _id: 1 } }))
        await mongo
          .of(suppressionModel)
          .updateOne({ _id, merchantId }, { $max: { reachedAt: at.get(_id)! } });
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

function reachesNobody(
  { failed = [], reachedAt }: SuppressionDoc,
  channel: ConsentChannel,
  now: Date,
): boolean {
  const since = reachedAt?.getTime() ?? 0;
  const lately = failed.filter(
    ({ at }) => at.getTime() > since && now.getTime() - at.getTime() < FAILED_WITHIN_MS,
  );
  return lately.length >= FAILURES[channel];
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
