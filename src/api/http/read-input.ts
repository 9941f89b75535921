import type { z } from 'zod';
import { fieldErrors, inputIssueText } from './input-texts';
import { Problem } from './problem';

/** What a caller sent, read by its schema. @throws Problem `invalid_request` with one error for each field that is wrong */
export function readInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input, { error: inputIssueText });
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap(fieldErrors);
  throw new Problem('invalid_request', {
    errors: errors.filter(({ field }, index) => errors.findIndex((error) => error.field === field) === index),
  });
}

/** A call that needs a body came without one. */
export function missingBody(): Problem {
  return new Problem('invalid_request', {
    errors: [{ field: '', message: 'O corpo da chamada é obrigatório e não veio.' }],
  });
}
