/** Why two customers cannot become one, or one cannot become two again. */
export type MergeObstacle =
  | 'customer_not_found'
  | 'same_customer'
  | 'already_merged'
  | 'already_undone'
  /** Two different CPFs or CNPJs, and nobody has said that it is meant. */
  | 'two_documents'
  /** A later merge concerns the same sales, and has to be undone first. */
  | 'later_merge';

/** The merge, or its undoing, is not possible as things stand; nothing was changed. */
export class MergeError extends Error {
  override readonly name = 'MergeError';

  constructor(readonly obstacle: MergeObstacle) {
    super(`Customers cannot be merged or told apart: ${obstacle}.`);
  }
}
