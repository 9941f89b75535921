import { parseDocument, parseEmail, parsePhone } from '../../loyalty';
import { duplicatesIn } from '../mongo';
import type { Mongo } from '../mongo';
import type { ConsentChannel } from './consent-model';
import { rekeyed } from './contact-data';
import type { Customer } from './customers';
import { suppressionModel } from './suppression-model';

/** What is never written to, in any spelling. A document stands for all that its owner can be reached by. */
export interface SuppressedMark {
  kind: 'phone' | 'email' | 'document';
  text: string;
}

/** Whom a merchant never writes to, whatever becomes of their records. Only ever added to. */
export interface Suppressions {
  /** Adds marks; those that are there stay. @returns how many are new, and the places of those that nobody can have */
  add(
    merchantId: string,
    marks: readonly SuppressedMark[],
    now: Date,
  ): Promise<{ added: number; unreadable: number[] }>;
  /** By which channels a customer is never written to, as they would be now. */
  of(
    merchantId: string,
    customer: Pick<Customer, 'document' | 'phones' | 'emails'>,
  ): Promise<ReadonlySet<ConsentChannel>>;
}

export function createSuppressions(mongo: Mongo): Suppressions {
  const idOf = (merchantId: string, mark: string): string =>
    `${merchantId}|${mongo.keyedDigest('suppressions', `${merchantId}|${mark}`)}`;

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
        return { added: docs.length - duplicatesIn(error).length, unreadable };
      }
    },
    async of(merchantId, { document, phones, emails }) {
      const mobile = rekeyed(phones).find((phone) => phone.mobile);
      const [email] = emails;
      const marks: { mark: string; channels: ConsentChannel[] }[] = [
        ...(document ? [{ mark: `document:${document.value}`, channels: BOTH }] : []),
        ...(mobile ? [{ mark: `phone:${mobile.key}`, channels: ['whatsapp' as const] }] : []),
        ...(email === undefined ? [] : [{ mark: `email:${email}`, channels: ['email' as const] }]),
      ];
      if (marks.length === 0) return new Set();
      const ids = marks.map(({ mark }) => idOf(merchantId, mark));
      const found = await mongo.find(suppressionModel, { merchantId, _id: { $in: ids } });
      const listed = new Set(found.map(({ _id }) => _id));
      return new Set(marks.flatMap(({ channels }, place) => (listed.has(ids[place]!) ? channels : [])));
    },
  };
}

const BOTH: ConsentChannel[] = ['whatsapp', 'email'];

/** A mark in its one spelling; null: nobody can have it. */
function nameOf({ kind, text }: SuppressedMark): string | null {
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
