import { stripVTControlCharacters } from 'node:util';

/** What a long step says of itself while it runs. */
export interface Reporter {
  /** A new way is being tried: what is done, and how long it usually takes in milliseconds. */
  trying(what: string, usualMs?: number): void;
  /** The last line of output of what is being done. */
  line(text: string): void;
  /** Something a person should still see afterwards, such as a way that failed. */
  note(text: string): void;
}

/** The state behind a reporter: what a screen shows of a running step. */
export class StepState implements Reporter {
  what = '';
  usualMs: number | undefined;
  lastLine = '';
  readonly notes: string[] = [];
  private readonly startedAt: number;
  private tryingSince: number;

  constructor(
    private readonly now: () => number,
    private readonly onNote: (text: string) => void = () => undefined,
  ) {
    this.startedAt = now();
    this.tryingSince = this.startedAt;
  }

  trying(what: string, usualMs?: number): void {
    this.what = what;
    this.usualMs = usualMs;
    this.lastLine = '';
    this.tryingSince = this.now();
  }

  line(text: string): void {
    const plain = withoutControls(text);
    if (plain !== '') this.lastLine = plain;
  }

  note(text: string): void {
    this.notes.push(text);
    this.onNote(text);
  }

  /** Milliseconds since the present way was begun. */
  tryingMs(): number {
    return this.now() - this.tryingSince;
  }

  /** Milliseconds since the step was begun. */
  totalMs(): number {
    return this.now() - this.startedAt;
  }
}

const SHOWN_CHARACTERS = 100;

/** One line of printable text: no colours, no cursor movement, not wider than a terminal. */
function withoutControls(text: string): string {
  const plain = stripVTControlCharacters(text)
    .replace(/\p{Cc}/gu, ' ')
    .trim();
  return plain.length > SHOWN_CHARACTERS ? `${plain.slice(0, SHOWN_CHARACTERS - 1)}…` : plain;
}
