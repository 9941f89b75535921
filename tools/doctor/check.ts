/** What the doctor says of one thing. */
export interface Check {
  /** `ok`: fine. `note`: works, and worth knowing. `bad`: something cannot work as it is. */
  readonly verdict: 'ok' | 'note' | 'bad';
  readonly what: string;
  readonly detail: string;
  /** More to say, a line each; when the verdict is `bad`, what to do about it. */
  readonly more?: readonly string[];
}

const MARKS = { ok: 'ok  ', note: 'note', bad: 'BAD ' } as const;
const WHAT_WIDTH = 34;
const INDENT = ' '.repeat(MARKS.ok.length + 1);

/** The lines of a check, as printed. */
export function checkLines({ verdict, what, detail, more = [] }: Check): string[] {
  return [
    `${MARKS[verdict]} ${what.padEnd(WHAT_WIDTH)} ${detail}`,
    ...more.map((line) => `${INDENT}  - ${line}`),
  ];
}
