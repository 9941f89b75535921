import type { z } from 'zod';
import { readBounded } from '../../loyalty';
import { fieldErrors, inputIssueText, toldErrors } from './input-texts';
import { Problem } from './problem';

/** What a caller sent, read by its schema. @throws Problem `invalid_request` with one error for each field that is wrong */
export function readInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const reading = readBounded(schema, input, inputIssueText);
  if (reading.ok) return reading.data;
  throw new Problem('invalid_request', { errors: toldErrors(reading.issues.flatMap(fieldErrors)) });
}

/** A call that needs a body came without one. */
export function missingBody(): Problem {
  return new Problem('invalid_request', {
    errors: [{ field: '', message: 'O corpo da chamada é obrigatório e não veio.' }],
  });
}
