import { isDeepStrictEqual } from 'node:util';
import { consentIdOf } from '../../ids';
import { Refusal } from '../../loyalty';
import { duplicatesIn } from '../mongo';
import type { Mongo } from '../mongo';
import { consentModel } from './consent-model';
import type { ConsentDoc } from './consent-model';
import { mergeModel } from './merge-model';

/** A consent as stored; `id` in place of `_id`. */
export type Consent = Omit<ConsentDoc, '_id' | 'source' | 'purpose'> &
  Required<Pick<ConsentDoc, 'source' | 'purpose'>> & { id: string };

/** What customers say themselves of a channel, or who delivers their messages says for them. */
export type OwnWord = Pick<Consent, 'merchantId' | 'customerId' | 'channel' | 'given' | 'text' | 'source'> & {
  /** When they said it, which may be a while ago; null: just now, whatever was said before. */
  at: Date | null;
};

/** What came of it. */
export interface Said {
  /** What this call has added and holds. */
  added: Consent[];
  /** Whether it was the first to hear of something new: of several who are told the same at once, one is. */
  first: boolean;
}

/** What customers have agreed to be told, and by what. */
export interface Consents {
  /**
   * Adds facts; those that are there already stay as they are.
   * @throws Refusal `idempotency_key_reused` where one that is there says something else
   */
  record(consents: readonly Consent[]): Promise<void>;
  /**
   * Adds what customers say themselves, where something else held when they said it: said again, or told of again however late, it adds
   * nothing.
   */
  say(words: readonly OwnWord[], now: Date): Promise<Said>;
  /** All facts of a customer, those of records that were merged into it too, also by way of another, newest first. */
  of(merchantId: string, customerId: string): Promise<Consent[]>;
}

export function createConsents(mongo: Mongo): Consents {
  async function of(merchantId: string, customerId: string): Promise<Consent[]> {
    const records = new Set<string>();
    const found: ConsentDoc[] = [];
    for (let newest = [customerId]; newest.length > 0; newest = newest.filter((id) => !records.has(id))) {
      for (const id of newest) records.add(id);
      const [told, merged] = await Promise.all([
        mongo.find(consentModel, { merchantId, customerId: { $in: newest } }),
        mongo.find(
          mergeModel,
          { merchantId, into: { $in: newest }, undoneAt: null },
          { fields: { from: 1 } },
        ),
      ]);
      found.push(...told);
      newest = merged.map(({ from }) => from);
    }
    return found.sort((one, other) => +other.at - +one.at || (one._id < other._id ? 1 : -1)).map(asConsent);
  }

  return {
    of,
    async say(words, now) {
      const said = await Promise.all(
        words.map(async (word) => factOf(word, await of(word.merchantId, word.customerId), now)),
      );
      const facts = said.filter((fact) => fact !== null);
      if (facts.length === 0) return { added: [], first: false };
      const docs = facts.map(({ holds: _holds, id, ...fact }): ConsentDoc => ({ _id: id, ...fact }));
      const known = new Set<number>();
      try {
        await mongo.of(consentModel).insertMany(docs, { lean: true, ordered: false });
      } catch (error) {
        // Somebody who was told the same at the same moment has added it.
        for (const place of duplicatesIn(error)) known.add(place);
      }
      const holding = facts.flatMap(({ holds, ...fact }, place) => (holds ? [{ fact, place }] : []));
      const added = holding.filter(({ place }) => !known.has(place));
      return {
        added: added.map(({ fact }) => fact),
        first: added.length > 0 && added[0] === holding[0],
      };
    },
    async record(consents) {
      if (consents.length === 0) return;
      const docs = consents.map(({ id, ...consent }): ConsentDoc => ({ _id: id, ...consent }));
      try {
        await mongo.of(consentModel).insertMany(docs, { lean: true, ordered: false });
      } catch (error) {
        // Others than those that are there already are thrown on.
        for (const place of duplicatesIn(error)) await requireSame(docs[place]!);
      }
    },
  };

  async function requireSame(doc: ConsentDoc): Promise<void> {
    const kept = await mongo.of(consentModel).findById(doc._id).lean<ConsentDoc | null>();
    if (!kept || !isDeepStrictEqual(saidIn(kept), saidIn(doc))) throw new Refusal('idempotency_key_reused');
  }
}

/** What of a fact is not in its id, and not of the moment. */
function saidIn({ text, actor: { kind, id }, operator, storeId }: ConsentDoc): object {
  return { text, kind, id, operator, storeId };
}

/**
 * The fact that a word adds to those there are; null: the same held already. It is named by what it takes the place of, so that of the
 * same word told of twice at one moment one is added. It comes after what it takes the place of, also by a clock that is behind.
 * @param told newest first
 */
export function factOf(
  { at: saidAt, ...word }: OwnWord,
  told: readonly Consent[],
  now: Date,
): (Consent & { holds: boolean }) | null {
  const ofChannel = told.filter(({ channel }) => channel === word.channel);
  const before = saidAt === null ? ofChannel : ofChannel.filter(({ at }) => at <= saidAt);
  const [last] = before;
  if (last?.given === word.given) return null;
  const at = new Date(Math.max(+(saidAt ?? now), last ? +last.at + 1 : 0));
  const id = consentIdOf(word, { route: word.source, key: last?.id ?? '' });
  const actor = { kind: 'customer' as const, id: word.customerId };
  const holds = before.length === ofChannel.length;
  return { id, ...word, at, purpose: 'all', actor, operator: null, storeId: null, holds };
}

function asConsent({ _id, actor: { kind, id }, source, purpose, ...consent }: ConsentDoc): Consent {
  return {
    ...{ id: _id, ...consent },
    ...{ source: source ?? 'staff', purpose: purpose ?? 'all', actor: { kind, id } },
  };
}
