import { Problem } from './problem';

/** The refusal of a call for one field of it. @param message pt-BR: what is wrong, and what to send instead */
export function invalidField(field: string, message: string): Problem {
  return new Problem('invalid_request', { errors: [{ field, message }] });
}
