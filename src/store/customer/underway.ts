import type { Instant, UnmergeParts } from '../../loyalty';
import type { Moving } from '../ledger';
import type { Underway } from './merge-model';

/**
 * Lots, or sales, that one transaction moves: some megabytes. MongoDB takes about a tenth of its cache, and no longer than a
 * minute.
 */
export const AT_ONCE = 1_000;

/** How long somebody who carries a merge over in parts may take for one of them, until another takes them for dead. */
const PART_MS = 30_000;

/** Whether a merge has to be carried over in parts. */
export function isTooLarge(lots: readonly unknown[], sales: readonly unknown[]): boolean {
  return lots.length > AT_ONCE || sales.length > AT_ONCE;
}

/** A merge or its undoing of which nothing has been carried over yet. */
export function beginUnderway(what: Underway['what'], parts: UnmergeParts, at: Instant): Underway {
  return { what, at: new Date(at), by: null, ...parts };
}

/** What both wallets say once so many parts are done. */
export function movingBy(by: string, done: number): Moving {
  return { by, done, until: new Date(Date.now() + PART_MS) };
}

/** How many entries of each kind of benefit the parts have at most: each has one. */
export function entriesOfParts({ ends }: Pick<Underway, 'ends'>): number {
  return ends.length;
}
