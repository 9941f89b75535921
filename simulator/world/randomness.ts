/**
 * A seeded source of chance. The same seed gives the same shop on every machine, and its position is a single
 * number, so that a restarted simulator goes on drawing where it stopped instead of repeating itself.
 */
export class Randomness {
  private position: number;

  /** @param position a 32-bit integer: a seed, or the `mark()` of an earlier run. */
  constructor(position: number) {
    this.position = position >>> 0;
  }

  /** A source that depends on every part, e.g. the simulator's seed and the number of the company. */
  static from(...parts: (string | number)[]): Randomness {
    let hash = 2166136261;
    for (const char of parts.join('/')) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619);
    return new Randomness(hash);
  }

  /** The position to restore later. */
  mark(): number {
    return this.position;
  }

  /** A fraction in [0, 1), by the mulberry32 generator. */
  fraction(): number {
    this.position = (this.position + 0x6d2b79f5) >>> 0;
    let t = this.position;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number between both bounds, inclusive. */
  integer(lowest: number, highest: number): number {
    return lowest + Math.floor(this.fraction() * (highest - lowest + 1));
  }

  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** One of the list, which must not be empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.integer(0, list.length - 1)] as T;
  }

  /** So many characters out of an alphabet. */
  text(length: number, alphabet: string): string {
    return Array.from({ length }, () => alphabet[this.integer(0, alphabet.length - 1)]).join('');
  }

  /** So many decimal digits. */
  digits(length: number): string {
    return this.text(length, '0123456789');
  }
}
