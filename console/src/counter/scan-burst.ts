/** A key as the browser tells of it. */
export interface Key {
  /** One character, or the name of a key. */
  key: string;
  /** Milliseconds; only differences count. */
  at: number;
}

/** What a key was. */
export type KeyVerdict =
  /** Of a person, or not known yet: it goes where it was meant. */
  | 'typed'
  /** The key by which it is known that a scanner types: what came before it has to be taken back. */
  | 'began'
  /** Of a scanner. */
  | 'scanned'
  /** The Enter by which many scanners end. */
  | 'ended';

/** Scanners send a key every 7 to 20 ms; fast typists need 60 and more. */
const BETWEEN_KEYS_MS = 45;
/** As many keys that fast nobody types by accident. */
const SURE_AFTER = 4;

/** Tells a scanner's keys from a person's by their pace, wherever the focus is. */
export class ScanBurst {
  private keys: string[] = [];
  private last = Number.NEGATIVE_INFINITY;

  /** What the scanner has typed so far; empty where it is no scanner. */
  get text(): string {
    return this.keys.length >= SURE_AFTER ? this.keys.join('') : '';
  }

  /** Whether the key taken last may be the first of a scanner's. */
  get isFirst(): boolean {
    return this.keys.length === 1;
  }

  /** Takes the next key. */
  take({ key, at }: Key): KeyVerdict {
    const fast = at - this.last <= BETWEEN_KEYS_MS;
    const scanning = this.text !== '';
    if (key === 'Enter') {
      const ended = fast && scanning;
      if (!ended) this.forget();
      return ended ? 'ended' : 'typed';
    }
    if (key.length !== 1) return 'typed';
    this.last = at;
    if (!fast) this.keys = [];
    this.keys.push(key);
    if (this.keys.length < SURE_AFTER) return 'typed';
    return this.keys.length === SURE_AFTER ? 'began' : 'scanned';
  }

  forget(): void {
    this.keys = [];
    this.last = Number.NEGATIVE_INFINITY;
  }
}
