import { z } from 'zod';

/** Where Bling found something wrong. Its `msg` texts are left out: they may quote what was sent. */
export interface BlingErrorField {
  code: number | null;
  element: string | null;
  namespace: string | null;
}

/** An error as Bling describes it. `description` is for telling kinds apart, never for logs. */
export interface BlingErrorBody {
  type: string;
  description: string;
  period: string | null;
  fields: BlingErrorField[];
}

const field = z.object({
  code: z.number().nullish().catch(null),
  element: z.string().nullish().catch(null),
  namespace: z.string().nullish().catch(null),
});
type Field = z.infer<typeof field>;

const nested = z.object({
  error: z.object({
    type: z.string().min(1),
    message: z.string().catch(''),
    description: z.string().catch(''),
    period: z.string().nullish().catch(null),
    fields: z.array(field.extend({ collection: z.array(field).nullish().catch(null) })).catch([]),
  }),
});

const flat = z.object({ error: z.string().min(1), error_description: z.string().catch('') });

/**
 * Reads an error in either of Bling's forms: nested `{error: {type, …}}` (the API's documented one) or flat
 * `{error, error_description}` (plain OAuth). `null`: the body does not come from Bling's own error handling,
 * but from a gateway or a block in front of it.
 */
export function readErrorBody(json: unknown): BlingErrorBody | null {
  const long = nested.safeParse(json);
  if (long.success) {
    const { type, message, description, period, fields } = long.data.error;
    return {
      type,
      description: `${message} ${description}`,
      period: period ?? null,
      fields: fields.flatMap(({ collection, ...outer }) => [outer, ...(collection ?? [])]).map(errorField),
    };
  }
  const short = flat.safeParse(json);
  if (!short.success) return null;
  return { type: short.data.error, description: short.data.error_description, period: null, fields: [] };
}

function errorField({ code, element, namespace }: Field): BlingErrorField {
  return { code: code ?? null, element: element ?? null, namespace: namespace ?? null };
}
