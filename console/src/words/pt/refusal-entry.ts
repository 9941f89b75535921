/** A refusal in words: what it is, why, and what to do now. */
export interface RefusalWords {
  title: string;
  cause: string;
  action: string;
}

/** The numbers and states that came with a refusal. */
export type RefusalFacts = Readonly<Record<string, unknown>>;

/** The words of one code; why may depend on the facts. */
export type Entry = readonly [
  title: string,
  cause: string | ((facts: RefusalFacts) => string),
  action: string,
];

/** A fact inside a sentence. */
export function factText(fact: unknown): string {
  if (Array.isArray(fact)) return fact.join(', ');
  return typeof fact === 'string' || typeof fact === 'number' ? String(fact) : '';
}
