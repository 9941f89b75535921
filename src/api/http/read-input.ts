import type { z } from 'zod';
import { fieldErrors, inputIssueText, toldErrors } from './input-texts';
import { Problem } from './problem';

/** What a caller sent, read by its schema. @throws Problem `invalid_request` with one error for each field that is wrong */
export function readInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input, { error: inputIssueText });
  if (result.success) return result.data;
  throw new Problem('invalid_request', { errors: toldErrors(result.error.issues.flatMap(fieldErrors)) });
}

/** A call that needs a body came without one. */
export function missingBody(): Problem {
  return new Problem('invalid_request', {
    errors: [{ field: '', message: 'O corpo da chamada é obrigatório e não veio.' }],
  });
}
