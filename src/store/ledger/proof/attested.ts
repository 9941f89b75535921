import { formOf, saleOfCause } from '..';
import type { AttestationDoc, EntryDoc, RecordDigest, SaleDigest } from '..';
import type { Attested, AttestedSale } from './attested-digest';
import { linkRecord, linkSale, noLinks } from './links';
import type { Links } from './links';

/** What the chains say last of everything that is stored beside the entries. */
export interface AttestedState {
  /** By lot and redemption: terms, in the words of the first form. */
  terms: { lot: Map<string, Attested>; redemption: Map<string, Attested> };
  /** By account, redemption and merge: the whole record. */
  records: Record<RecordDigest['of'], Map<string, Attested>>;
  /** By sale: what is attested of it in this customer's chains. A newer digest can stand in another's. */
  sales: Map<string, AttestedSale>;
  /** Everything of this customer is attested: an account or a redemption that is not, nobody wrote. */
  whole: boolean;
  /** It has been said so, and of merges too; those of versions before were attested by nothing else. */
  declared: boolean;
  /** Whether what was gone through now follows from what was before it. */
  links: Links;
}

/**
 * Goes through both chains in the order they were written. A process of the version before changes accounts without attesting
 * them; so what was attested of records before one of its entries is not held against them.
 */
export function attestedState(
  entries: readonly EntryDoc[],
  attestations: readonly AttestationDoc[],
  state = nothingAttested(),
): AttestedState {
  const waiting = [...attestations];
  let writing: Writing = { at: Number.NaN, named: new Set() };
  const takeUpTo = (seq: number): void => {
    while (waiting[0] && waiting[0].after <= seq) {
      const { records, sales = [], n, whole, recordedAt } = waiting.shift()!;
      const by = `attestation ${n}`;
      learn(state, records, by);
      for (const sale of sales) learnSale(state, sale, { by, at: recordedAt });
      if (writing.at !== Number(recordedAt)) writing = { at: Number(recordedAt), named: new Set() };
      for (const record of records) writing.named.add(nameOf(record));
      if (whole) beginAnew(state, writing.named);
    }
  };
  takeUpTo(0);
  for (const entry of entries) {
    if (formOf(entry) < 2) forgetRecords(state);
    for (const attested of entry.attests) {
      const known = state.terms[attested.of];
      linkRecord(state.links.problems, attested, known.get(attested.id), { by: entry.key, whole: false });
      known.set(attested.id, { by: entry.key, digest: attested.digest });
    }
    learn(state, entry.records ?? [], entry.key);
    const sale = saleOfCause(entry.cause);
    if (sale) learnSale(state, sale, { by: entry.key, at: entry.recordedAt });
    takeUpTo(entry.seq);
  }
  takeUpTo(Number.POSITIVE_INFINITY);
  return state;
}

/** What attestations written together name: of many records there are several. */
interface Writing {
  /** Milliseconds. */
  at: number;
  named: Set<string>;
}

const nameOf = ({ of, id }: Pick<RecordDigest, 'of' | 'id'>): string => `${of}/${id}`;

/** Everything there is was attested by these, whatever was said before. @param named the records they name */
function beginAnew(state: AttestedState, named: ReadonlySet<string>): void {
  state.whole = state.declared = true;
  state.links.records = [];
  for (const kind of ['grant', 'redemption', 'merge'] as const)
    for (const id of state.records[kind].keys())
      if (!named.has(nameOf({ of: kind, id }))) state.records[kind].delete(id);
}

/** A state as JSON can hold it. */
interface WrittenAttested {
  lots: [string, Attested][];
  redemptions: [string, Attested][];
  records: Record<RecordDigest['of'], [string, Attested][]>;
  /** Absent where a version wrote it that attested no sales. */
  sales?: [string, AttestedSale][];
  whole: boolean;
  declared: boolean;
}

/** For keeping. */
export function writtenAttested(state: AttestedState): WrittenAttested {
  const { terms, records, sales, whole, declared } = state;
  const { grant, redemption, merge } = records;
  return {
    ...{ lots: [...terms.lot], redemptions: [...terms.redemption], sales: [...sales], whole, declared },
    records: { grant: [...grant], redemption: [...redemption], merge: [...merge] },
  };
}

/** What was kept. */
export function readAttested({ lots, redemptions, records, sales, ...rest }: WrittenAttested): AttestedState {
  const { grant, redemption, merge } = records;
  return {
    ...rest,
    links: noLinks(),
    terms: { lot: new Map(lots), redemption: new Map(redemptions) },
    sales: new Map(sales),
    records: { grant: new Map(grant), redemption: new Map(redemption), merge: new Map(merge) },
  };
}

function nothingAttested(): AttestedState {
  return {
    terms: { lot: new Map(), redemption: new Map() },
    records: { grant: new Map(), redemption: new Map(), merge: new Map() },
    sales: new Map(),
    whole: true,
    declared: false,
    links: noLinks(),
  };
}

function learn(state: AttestedState, records: readonly RecordDigest[], by: string): void {
  for (const record of records) {
    const { of, id, digest, who } = record;
    const whole = of === 'merge' ? state.declared : state.whole;
    linkRecord(state.links.records, record, state.records[of].get(id), { by, whole });
    state.records[of].set(id, { by, digest, ...(who === undefined ? {} : { who }) });
  }
}

function learnSale(
  { sales, links }: AttestedState,
  sale: SaleDigest,
  written: { by: string; at: Date },
): void {
  const { id, n, digest } = sale;
  linkSale(links, sale, sales.get(id), written);
  sales.set(id, { by: written.by, n, digest });
}

function forgetRecords(state: AttestedState): void {
  state.whole = state.declared = false;
  for (const known of Object.values(state.records)) known.clear();
}
