import { newestFirst } from './found-row';
import type { FoundRow, ReadFound, RowFilter } from './found-row';

/** Somebody a word of whose name begins as was asked: the first such word. */
export type Begun = FoundRow & { word: string };

/** Words of names have letters and digits alone: this comes before all of those that go on. */
const BEFORE_LONGER = ' ';
/** No text comes after it. */
const LAST = '\u{10ffff}';

/**
 * Customers a word of whose name begins with the longest word that was asked for, and others with the others: by that word in the
 * order of the words, the word itself first, and of one word the newest data first.
 *
 * An index of words can be read along, but not in this order through several of them: whoever has two such words stands in it
 * twice. So it is read in stretches, each so short that all of it has been read, and put in order then; and one word for itself,
 * where its people are too many for that.
 */
export async function namesBegun(
  read: ReadFound,
  words: readonly string[],
  from: { word: string | null; id: string; at: Date } | null,
  most: number,
): Promise<Begun[]> {
  const [asked = '', ...others] = words.toSorted((one, other) => other.length - one.length);
  const names = new Names(read, asked, others);
  const word = from?.word ?? asked;
  // A place of another search is none of this one.
  if (!word.startsWith(asked)) return [];
  const found = await names.ofWord(word, from, most);
  for (let next = word + BEFORE_LONGER; compared(next, names.end) < 0 && found.length < most;) {
    const stretch = await names.from(next, most - found.length);
    found.push(...stretch.found);
    next = stretch.next;
  }
  return found.slice(0, most);
}

class Names {
  readonly end: string;

  constructor(
    private readonly read: ReadFound,
    private readonly asked: string,
    private readonly others: readonly string[],
  ) {
    this.end = asked + LAST;
  }

  /** Those of one word, who have none that comes before it. */
  async ofWord(word: string, from: Pick<FoundRow, 'id' | 'at'> | null, most: number): Promise<Begun[]> {
    const rows = await this.read(this.where(word), { ...this.before(word), from, most, newestFirst: true });
    return rows.map((row) => ({ ...row, word }));
  }

  /** The first from a word on, and where what comes after them begins. */
  async from(since: string, most: number): Promise<{ found: Begun[]; next: string }> {
    for (let end = this.end; ;) {
      const rows = await this.read(this.where(between(since, end)), {
        ...this.before(since),
        most: most + 1,
      });
      const some = rows.map((row) => ({ ...row, word: firstOf(row.words, since, end) })).toSorted(inOrder);
      if (some.length <= most) return { found: some, next: end };
      // They may be any: those of words before the last of these are fewer, and none of theirs is missed.
      const [first, last] = [some[0]!.word, some.at(-1)!.word];
      if (first !== last) end = last;
      else if (first !== since) end = first;
      else return { found: await this.ofWord(first, null, most), next: first + BEFORE_LONGER };
    }
  }

  private where(nameWords: string | RowFilter): RowFilter {
    if (this.others.length === 0) return { nameWords };
    return { nameWords, $and: this.others.map((word) => ({ nameWords: begunBy(word) })) };
  }

  /** Whoever has a word that comes before has been found by that. */
  private before(word: string): { without: RowFilter[] } {
    return { without: word === this.asked ? [] : [{ nameWords: between(this.asked, word) }] };
  }
}

function between(since: string, end: string): RowFilter {
  return { $elemMatch: { $gte: since, $lt: end } };
}

/** Looked at, and not for: the index is gone along by the word before it. */
function begunBy(word: string): RowFilter {
  return { $regex: `^${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}` };
}

function firstOf(words: readonly string[], since: string, end: string): string {
  const within = words.filter((word) => compared(word, since) >= 0 && compared(word, end) < 0);
  return within.toSorted(compared)[0]!;
}

function inOrder(one: Begun, other: Begun): number {
  return compared(one.word, other.word) || newestFirst(one, other);
}

/** As the database compares texts. */
function compared(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
