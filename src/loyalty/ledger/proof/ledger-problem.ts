/** Something that does not hold. `subject` is an id, `problem` says what was found and what was expected. */
export interface LedgerProblem {
  subject: string;
  problem: string;
}
