/** A place in a list of what is due, soonest first: after this one. Zero and no id: from the beginning. */
export interface DuePlace {
  /** Epoch milliseconds. */
  at: number;
  id: string;
}

/** What is due by `until`, after `place`. @param field the date it is due at */
export function dueAfter(field: string, until: Date, { at, id }: DuePlace): Record<string, unknown> {
  const seen = new Date(at);
  return {
    [field]: { $gte: seen, $lte: until },
    $or: [{ [field]: { $gt: seen } }, { [field]: seen, _id: { $gt: id } }],
  };
}
