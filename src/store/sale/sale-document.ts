import { refKey } from '../../loyalty';
import type { Sale, SalePatch } from '../../loyalty';
import { fromDated, STORED_PARTS, toDated } from './sale-fields';
import type { StoredField, StoredParts } from './sale-fields';
import type { SaleDoc } from './sale-model';

/** What a change of a sale may set in its document. */
export type StoredSet = Partial<
  Omit<SaleDoc, '_id' | 'version' | 'timeline' | 'attestingVersion' | 'attested' | 'seal'>
>;

/** A document as the sale it keeps. What an older document does not say reads as the field began. */
export function toSale(doc: SaleDoc): Sale {
  return {
    id: doc._id,
    merchantId: doc.merchantId,
    source: readPart('source', doc),
    content: readPart('content', doc),
    owner: readPart('owner', doc),
    purchase: readPart('purchase', doc),
    benefit: readPart('benefit', doc),
    notices: readPart('notices', doc),
    timeline: doc.timeline.map(fromDated),
    createdAt: doc.createdAt.getTime(),
    version: doc.version,
    ...(doc.seal === undefined ? {} : { seal: doc.seal }),
  };
}

/** A sale as the document that keeps it when it is opened. */
export function toSaleDoc(sale: Sale): SaleDoc {
  const { id, merchantId, timeline, createdAt, version, seal, ...parts } = sale;
  return {
    _id: id,
    merchantId,
    ...(flattened(parts) as Omit<SaleDoc, '_id' | 'merchantId' | 'timeline' | 'createdAt' | 'version'>),
    timeline: timeline.map(toDated),
    createdAt: new Date(createdAt),
    version,
    attestingVersion: version,
    ...(seal === undefined ? {} : { seal }),
  };
}

/** A patch as the fields it sets in the document; what it leaves out is not set. */
export function flattened(patch: SalePatch): StoredSet {
  const set: Record<string, unknown> = {};
  for (const [part, fields] of Object.entries(patch) as [keyof StoredParts, object][])
    for (const [field, value] of Object.entries(fields) as [string, unknown][]) {
      const stored = fieldsOf(part)[field];
      if (!stored) throw new TypeError(`A sale has no field ${part}.${field}.`);
      if (value !== undefined) set[stored.name] = stored.write(value);
    }
  const refs = patch.source?.refs;
  return refs === undefined ? set : { ...set, refKeys: refKeysOf(refs) };
}

/** What a sale's names are looked up by: each in the one spelling in which references are compared. */
export function refKeysOf(refs: readonly string[]): string[] {
  return [...new Set(refs.map(refKey))];
}

function readPart<Part extends keyof StoredParts>(part: Part, doc: SaleDoc): Sale[Part] {
  const read = Object.entries(fieldsOf(part)).map(([field, stored]) => [field, stored.read(doc)]);
  return Object.fromEntries(read) as Sale[Part];
}

function fieldsOf(part: keyof StoredParts): Record<string, StoredField<unknown>> {
  return STORED_PARTS[part];
}
