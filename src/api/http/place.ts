/** Where a page of a list ended: the instant and the id of its last element, or an instant alone. */
export function placeOf(before: string): { before: Date; beforeId?: string } {
  const [at, ...id] = before.split('_');
  return { before: new Date(at!), ...(id.length > 0 ? { beforeId: id.join('_') } : {}) };
}
