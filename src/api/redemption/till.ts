import type { Caller, LockSubject } from '../../store';

/** Who tries a code: the API key, and whom it names at which store. */
export interface Till {
  caller: Caller;
  operator: string | null;
  storeId: string | null;
}

/** Guesses within a quarter of an hour that lock an operator, or whoever calls without naming one. */
const OPERATOR_LIMIT = 10;
/** Guesses of all operators of one API key together: names can be made up. */
const KEY_LIMIT = 50;
/** Refusals within a quarter of an hour that lock a code. */
const CODE_LIMIT = 10;

/**
 * What is locked for a till, and what else its guesses count against. Whoever names no operator is held responsible for
 * everybody's guesses with the same key, so that leaving the name out never helps.
 */
export function lockSubjects({ caller, operator, storeId }: Till): {
  own: LockSubject[];
  others: LockSubject[];
} {
  const key = { name: `key/${caller.keyId}`, limit: KEY_LIMIT };
  const nameless = { name: `nameless/${caller.keyId}`, limit: OPERATOR_LIMIT };
  if (operator === null) return { own: [nameless, key], others: [] };
  const name = JSON.stringify(['operator', operator.toLowerCase(), storeId]);
  return { own: [{ name, limit: OPERATOR_LIMIT }, key], others: [nameless] };
}

/** What locks a code, whether or not a voucher has it: the lock must not reveal which. */
export function codeSubject(code: string): LockSubject {
  return { name: `code/${code}`, limit: CODE_LIMIT };
}
