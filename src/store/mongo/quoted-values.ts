/** What the server calls its refusals. */
const OF_SERVER = /^Mongo(Server|BulkWrite|WriteConcern)Error$/;

/** mongoose's errors about a value or a document, which they quote. */
const OF_SCHEMA = new Set([
  'CastError',
  'DocumentNotFoundError',
  'ObjectExpectedError',
  'ObjectParameterError',
  'ParallelSaveError',
  'StrictModeError',
  'ValidationError',
  'ValidatorError',
  'VersionError',
]);

/**
 * What an error says, without the values it quotes: a key that is taken, a field that does not fit may be somebody's phone or the
 * code of a voucher. Its kind, number and fields say enough. Only errors of MongoDB, its driver and mongoose are told otherwise.
 */
export function withoutValues(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (OF_SERVER.test(error.name)) return serverRefusal(error);
  return OF_SCHEMA.has(error.name) ? schemaRefusal(error) : error.message;
}

/** Whether an error, or what it was caused by, quotes values. */
export function quotesValues(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return withoutValues(error) !== error.message || quotesValues(error.cause);
}

function serverRefusal(error: Error): string {
  const { code, codeName, keyPattern } = error as Error & {
    code?: number;
    codeName?: string;
    keyPattern?: Record<string, unknown>;
  };
  return `MongoDB refused it: ${codeName ?? 'error'} ${code ?? ''}${on(Object.keys(keyPattern ?? {}))}`;
}

function schemaRefusal(error: Error): string {
  const { path, errors = {} } = error as Error & { path?: string; errors?: Record<string, unknown> };
  return `The schema refused it: ${error.name}${on(path === undefined ? Object.keys(errors) : [path])}`;
}

function on(fields: readonly string[]): string {
  return fields.length === 0 ? '' : `, on ${fields.join(' and ')}`;
}
