import { isDatabaseAway } from './away';

/** mongoose's errors about what it was given, and the driver's about what cannot be sent at all. */
const NAMES = new Set([
  'BSONError',
  'BSONRuntimeError',
  'BSONVersionError',
  'CastError',
  'MissingSchemaError',
  'MongoInvalidArgumentError',
  'ObjectExpectedError',
  'ObjectParameterError',
  'StrictModeError',
  'StrictPopulateError',
  'ValidationError',
  'ValidatorError',
]);

/**
 * The server's codes for the same: a field of another kind, a path that leads nowhere, two operators at odds, names that fields may not
 * have, a field that never changes, a rule of the collection, a document that is too large.
 */
const CODES = new Set([14, 28, 40, 52, 55, 56, 57, 66, 121, 10334, 17419, 17420]);

/**
 * Whether the schema, the driver or the database refuses what is written or asked for, as it is: whoever repeats it is refused again,
 * until the program or what is stored is another. Neither a key that is taken nor a meeting of two writers is of these.
 */
export function isRefusedAsWritten(error: unknown): error is Error {
  if (!(error instanceof Error) || isDatabaseAway(error)) return false;
  const { code } = error as { code?: unknown };
  if (NAMES.has(error.name)) return true;
  return error.name.startsWith('Mongo') && typeof code === 'number' && CODES.has(code);
}
