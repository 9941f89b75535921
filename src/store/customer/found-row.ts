/** What a search reads of a customer. */
export interface FoundRow {
  id: string;
  /** How new their data is. */
  at: Date;
  /** The words of their name. */
  words: readonly string[];
}

export type RowFilter = Readonly<Record<string, unknown>>;

interface Reading {
  most: number;
  /** In the order of an index; otherwise as they come. */
  newestFirst?: boolean;
  /** After whom; null: from the beginning. */
  from?: Pick<FoundRow, 'id' | 'at'> | null;
  /** Whoever is found by one of these is left out. */
  without?: readonly RowFilter[];
}

/** Reads customers that a search may mean. */
export type ReadFound = (where: RowFilter, reading: Reading) => Promise<FoundRow[]>;

/** The order of whoever was found in one way. */
export function newestFirst(one: FoundRow, other: FoundRow): number {
  return +other.at - +one.at || (one.id < other.id ? 1 : -1);
}
