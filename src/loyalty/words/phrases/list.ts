/** `a`, `a e b`, `a, b e c`: all of them. */
export function andList(items: readonly string[]): string {
  return joined(items, 'e');
}

/** `a`, `a ou b`, `a, b ou c`: any of them. */
export function orList(items: readonly string[]): string {
  return joined(items, 'ou');
}

function joined(items: readonly string[], last: 'e' | 'ou'): string {
  const [end = ''] = items.slice(-1);
  return items.length < 2 ? end : `${items.slice(0, -1).join(', ')} ${last} ${end}`;
}

/** The first `most` of them with commas, and how many are left out: `A, B e mais 40`. */
export function shortList(items: readonly string[], most: number): string {
  if (items.length <= most) return items.join(', ');
  return `${items.slice(0, most).join(', ')} e mais ${items.length - most}`;
}

/** `1 dia`, `2 dias`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
