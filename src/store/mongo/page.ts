/** Where a list that is newest first is read on: after the element of this instant and id. Without the id, that very instant is left out. */
export interface Place {
  before?: Date;
  beforeId?: string;
}

/** The filter for what comes after a place in a list sorted by `field` and `_id`, both descending; `{}` at the beginning. */
export function after(field: string, { before, beforeId }: Place): Record<string, unknown> {
  if (before === undefined) return {};
  if (beforeId === undefined) return { [field]: { $lt: before } };
  return { $or: [{ [field]: { $lt: before } }, { [field]: before, _id: { $lt: beforeId } }] };
}
