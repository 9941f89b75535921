/** What one entry names at most, so that its document stays far below what a database takes. */
export const AT_MOST = 1_000;

/** A list in parts that each go into one entry; of nothing, one empty part. */
export function inParts<T>(all: readonly T[]): T[][] {
  const parts = Array.from({ length: Math.ceil(all.length / AT_MOST) }, (_, index) =>
    all.slice(index * AT_MOST, (index + 1) * AT_MOST),
  );
  return parts.length === 0 ? [[]] : parts;
}

/** The natural key of a part, from 0: the first has the key of the whole. */
export function partKey(key: string, part: number): string {
  return part === 0 ? key : `${key}/${part + 1}`;
}
