import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../../loyalty';
import { duplicatesIn } from '../mongo';
import type { Mongo } from '../mongo';
import { consentModel } from './consent-model';
import type { ConsentDoc } from './consent-model';
import { mergeModel } from './merge-model';

/** A consent as stored; `id` in place of `_id`. */
export type Consent = Omit<ConsentDoc, '_id'> & { id: string };

/** What customers have agreed to be told, and by what. */
export interface Consents {
  /**
   * Adds facts; those that are there already stay as they are.
   * @throws Refusal `idempotency_key_reused` where one that is there says something else
   */
  record(consents: readonly Consent[]): Promise<void>;
  /** All facts of a customer, those of records that were merged into it too, also by way of another, newest first. */
  of(merchantId: string, customerId: string): Promise<Consent[]>;
}

export function createConsents(mongo: Mongo): Consents {
  return {
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
    async of(merchantId, customerId) {
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

function asConsent({ _id, actor: { kind, id }, ...consent }: ConsentDoc): Consent {
  return { id: _id, ...consent, actor: { kind, id } };
}
