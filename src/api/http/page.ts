import { z } from 'zod';
import { instant } from './fields';

/** Input: where a list that is newest first stopped: `next` of the page before, or an instant. */
export const placeOrInstant = z
  .string()
  .refine(
    isPlace,
    'Isto não diz onde a lista parou. Use o campo next da página anterior, ou um instante em UTC.',
  );

/** Output: where the next page of such a list begins. */
export const nextPlace = z
  .string()
  .nullable()
  .meta({ description: 'Give as `before` for the next page; null: this was the last' });

function isPlace(text: string): boolean {
  const [at, ...id] = text.split('_');
  return instant.safeParse(at).success && /^[\w]{0,64}$/.test(id.join('_'));
}
