import { looksPersonal } from '../../loyalty';
import type { Sale } from '../../loyalty';

/**
 * A sale's number as it may be shown in Temporal, which keeps it after the person has been erased; null: it has none, or somebody has
 * typed in the source what names a person. Such a sale is none the less one like any other (R52), and goes by its id there.
 */
export function shownNumber({ number }: Pick<Sale['source'], 'number'>): string | null {
  return number === null || looksPersonal(number) ? null : number;
}
