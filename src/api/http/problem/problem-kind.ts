/** The numbers and states a refusal carries, as extra members of its problem document. Never personal data. */
export type Facts = Readonly<Record<string, string | number | readonly string[]>>;

/** What a code means. */
export interface ProblemKind {
  status: number;
  title: string;
  /** pt-BR: what happened, why, and what to do next. */
  detail: (facts: Facts) => string;
  /** Seconds after which a repetition makes sense. */
  retryAfter?: number;
}
