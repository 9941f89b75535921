import type { ImportKind } from '../../../store';
import { beginningOf } from '../../../text';
import { invalidField } from '../../http';
import { wordKey } from './cell';
import { isFieldOf } from './column-names';

/** The column says nothing of what a file of its kind is read for. */
export const IGNORED = 'ignore';
/** The column says how a sale stands (R51). */
export const STATUS = 'status';

/** What a column holds, as a person has said. */
export interface ColumnAnswer {
  /** As it was written: it names the columns with this very title, else those with the same words. */
  title: string;
  /** A field of the file's kind, `status` of sales, or `ignore`. */
  field: string;
}

/** The fields that a person has given to columns, by the place of the column. */
export type AnsweredColumns = ReadonlyMap<number, readonly string[]>;

/**
 * Reads `coluna:campo`, which a caller gives once for each column. A title may hold colons itself: it ends at the last one.
 * @throws Problem naming `column`
 */
export function readColumnAnswers(texts: readonly string[], kind: ImportKind): ColumnAnswer[] {
  return texts.map((text) => {
    const colon = text.lastIndexOf(':');
    const [title, field] = [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
    const known = field === IGNORED || (field === STATUS && kind === 'sales') || isFieldOf(kind, field);
    if (colon < 0 || title === '' || !known)
      throw invalidField(
        'column',
        'Escreva coluna:campo, como "Nome na planilha:name", com um campo que este tipo de arquivo tem, ou ignore. Os campos estão em /docs.',
      );
    return { title, field };
  });
}

/** Where the columns are that were spoken of. @throws Problem naming `column` for one that the file does not have */
export function answeredColumns(
  answers: readonly ColumnAnswer[],
  titles: readonly string[],
): AnsweredColumns {
  const answered = new Map<number, string[]>();
  for (const { title, field } of answers) {
    const places = placesOf(title, titles);
    if (places.length === 0)
      throw invalidField(
        'column',
        `O arquivo não tem a coluna "${beginningOf(title, 60)}". Confira o título na primeira linha.`,
      );
    for (const place of places) answered.set(place, [...new Set([...(answered.get(place) ?? []), field])]);
  }
  return answered;
}

function placesOf(title: string, titles: readonly string[]): number[] {
  const where = (same: (one: string) => boolean): number[] =>
    titles.flatMap((one, place) => (same(one) ? [place] : []));
  const exact = where((one) => one === title);
  const key = wordKey(title);
  return exact.length > 0 || key === '' ? exact : where((one) => wordKey(one) === key);
}
