import type { z } from 'zod';
import { fieldErrors, inputText } from './input-texts';
import { Problem } from './problem';

/** What a caller sent, read by its schema. @throws Problem `invalid_request` with every field that is wrong */
export function readInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input, { error: inputText });
  if (result.success) return result.data;
  throw new Problem('invalid_request', { errors: result.error.issues.flatMap(fieldErrors) });
}
