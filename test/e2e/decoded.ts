/** All payloads of a workflow's history as text. */
export function decoded(history: unknown): string {
  return JSON.stringify(history, (_key, value: unknown) =>
    value && typeof value === 'object' && (value as { type?: string }).type === 'Buffer'
      ? Buffer.from((value as { data: number[] }).data).toString('utf8')
      : value instanceof Uint8Array
        ? Buffer.from(value).toString('utf8')
        : value,
  );
}
