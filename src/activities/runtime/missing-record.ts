/**
 * What a step was asked about is not stored, and no other try will find it: the run was started by hand with ids of nothing, or
 * the database went back to an earlier moment.
 */
export class MissingRecordError extends Error {
  override readonly name = 'MissingRecordError';
}
