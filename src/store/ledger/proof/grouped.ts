/** Documents by a key of theirs, in their order. */
export function groupedBy<T>(docs: Iterable<T>, key: (doc: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const doc of docs) {
    const group = groups.get(key(doc));
    if (group) group.push(doc);
    else groups.set(key(doc), [doc]);
  }
  return groups;
}

/** Documents by the customer they are of. */
export function grouped<T extends { customerId: string }>(docs: Iterable<T>): Map<string, T[]> {
  return groupedBy(docs, ({ customerId }) => customerId);
}
