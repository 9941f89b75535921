import { invalidField } from '../../http';
import { beginningOf } from '../../../text';
import { wordKey } from './cell';
import { saidUndone, STATUS_MEANINGS } from './status-words';
import type { StatusMeaning } from './status-words';

/** What a value of a column means, as a person has said. Column and value are compared like names of columns. */
export interface StatusAnswer {
  /** As it was written, for telling that there is no such column. */
  written: string;
  column: string;
  /** `*`: every value that has no answer of its own. Empty: blank cells. */
  value: string;
  /** Whether that value by itself tells of a sale that is not done, or is over. */
  undone: boolean;
  means: StatusMeaning;
}

const HOW =
  'Escreva coluna:valor=significado, como situacao:aberto=open. O significado é completed, open, cancelled ou ignore; o valor * vale para todos os outros.';

/**
 * Reads `coluna:valor=significado`, which a caller gives once for each value. A title may hold colons itself: it ends at the
 * last one.
 * @throws Problem naming `status`
 */
export function readStatusAnswers(texts: readonly string[]): StatusAnswer[] {
  return texts.map((text) => {
    const equals = text.lastIndexOf('=');
    const colon = text.lastIndexOf(':', equals);
    const means = STATUS_MEANINGS.find((one) => one === text.slice(equals + 1).trim());
    if (equals < 0 || colon < 0 || !means) throw invalidField('status', HOW);
    const value = text.slice(colon + 1, equals).trim();
    const column = text.slice(0, colon).trim();
    return {
      ...{ written: column, column: wordKey(column), value: value === '*' ? '*' : wordKey(value) },
      ...{ undone: saidUndone(value) !== null, means },
    };
  });
}

/** What was said of a value; null: nothing. */
export function answerFor(
  answers: readonly StatusAnswer[],
  title: string,
  key: string,
): StatusMeaning | null {
  const ofColumn = answers.filter(({ column }) => column === wordKey(title));
  const found = ofColumn.find(({ value }) => value === key) ?? ofColumn.find(({ value }) => value === '*');
  return found?.means ?? null;
}

/** @throws Problem naming `status` for a column that the file does not have */
export function refuseUnknownColumns(answers: readonly StatusAnswer[], titles: readonly string[]): void {
  const known = new Set(titles.map(wordKey));
  const stray = answers.find(({ column }) => !known.has(column));
  if (stray)
    throw invalidField(
      'status',
      `O arquivo não tem a coluna "${beginningOf(stray.written, 60)}". Confira o título na primeira linha.`,
    );
}
