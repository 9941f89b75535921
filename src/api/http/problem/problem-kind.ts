/** The numbers and states a refusal carries, as extra members of its problem document. Never personal data. */
export type Facts = Readonly<Record<string, string | number | readonly string[]>>;

/** A fact inside a sentence: a list of texts with commas; of objects, which no sentence shows, and of nothing: empty. */
export function factText(fact: Facts[string] | undefined): string {
  if (typeof fact !== 'object') return fact === undefined ? '' : String(fact);
  return fact.filter((one) => typeof one === 'string').join(',');
}

/** What a code means. */
export interface ProblemKind {
  status: number;
  title: string;
  /** pt-BR: what happened, why, and what to do next. */
  detail: (facts: Facts) => string;
  /** Seconds after which a repetition makes sense. */
  retryAfter?: number;
}
