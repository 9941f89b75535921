import { NOT_THERE, readWas, SEAL_BROKEN, SEAL_UNREAD, UNCHANGED } from '..';
import { WRITTEN_UNATTESTED, WRITTEN_UNSEALED } from '..';
import type { RecordDigest, SaleDigest } from '..';
import type { LedgerProblem } from '../../../loyalty';
import type { Attested, AttestedSale } from './attested-digest';

/** A sale that came from another customer's chain: its digest before has to stand there. */
export interface Crossing {
  saleId: string;
  /** The entry or attestation that took it over, in which chain the one before is said to stand, and what it is said to be. */
  by: string;
  chain: string;
  n: number;
  digest: string;
}

/** What the digests of a chain say of what was before each of them, as far as the chain alone cannot judge it. */
export interface Links {
  /** What does not fit within the chain, of sales and lots. */
  problems: LedgerProblem[];
  /**
   * The same of accounts, redemptions and merges. A version before changed some of these without an entry, so this says something only
   * where none of it runs any more, and of what came after everything was attested anew.
   */
  records: LedgerProblem[];
  crossings: Crossing[];
  /** Sales of which is said that a version that attests nothing had written them, and when that was said. */
  unattested: { saleId: string; by: string; at: Date }[];
  /** The same of sales that a version that seals nothing had written before their first digest. */
  unsealed: { saleId: string; by: string; at: Date }[];
  /** Sales whose seal could not be read by who attested them first. */
  unread: number;
}

export function noLinks(): Links {
  return { problems: [], records: [], crossings: [], unattested: [], unsealed: [], unread: 0 };
}

/** What is wrong with a document that was not, just before `by`, as it was left. */
export function changedBetween(by: string, left: string): string {
  return `had been changed when ${by} was written: it was not as ${left} left it`;
}

/** Compares a sale's digest with the one that the same chain has of it, if any, and keeps what only other chains can tell. */
export function linkSale(
  links: Links,
  { id, n, was }: SaleDigest,
  before: AttestedSale | undefined,
  { by, at }: { by: string; at: Date },
): void {
  if (before && before.n >= n)
    links.problems.push({
      subject: id,
      problem: `is number ${n} by ${by}, though ${before.by} was ${before.n}`,
    });
  if (was === WRITTEN_UNATTESTED) links.unattested.push({ saleId: id, by, at });
  if (was === WRITTEN_UNSEALED) links.unsealed.push({ saleId: id, by, at });
  if (was === SEAL_UNREAD) links.unread += 1;
  if (was === SEAL_BROKEN)
    links.problems.push({
      subject: id,
      problem: `had been changed when ${by} was written: it was not as its seal says`,
    });
  const said = readWas(was);
  if (!said) return;
  const { digest, chain } = said;
  if (chain !== null) links.crossings.push({ saleId: id, by, chain, n: n - 1, digest });
  else if (before?.n !== n - 1 || before.digest !== digest)
    links.problems.push({ subject: id, problem: changedBetween(by, before?.by ?? 'nothing') });
}

/**
 * Compares what a lot, an account, a redemption or a merge is said to have been with the digest before.
 * @param problems what does not fit is added to these
 * @param whole everything there was is attested: what is not, nobody wrote
 */
export function linkRecord(
  problems: LedgerProblem[],
  { id, digest, was, whoWas }: Pick<RecordDigest, 'id' | 'digest' | 'was' | 'whoWas'>,
  before: Attested | undefined,
  { by, whole }: { by: string; whole: boolean },
): void {
  if (was === NOT_THERE && before)
    problems.push({ subject: id, problem: `was made anew by ${by}, though ${before.by} left it` });
  const said = was === UNCHANGED ? digest : readWas(was)?.digest;
  if (said === undefined) return;
  // Whom it named is compared where both knew it.
  const others = (before?.who ?? whoWas) !== (whoWas ?? before?.who);
  if (before ? before.digest !== said || others : whole)
    problems.push({ subject: id, problem: changedBetween(by, before?.by ?? 'nothing') });
}
