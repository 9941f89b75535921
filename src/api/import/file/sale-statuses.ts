import { Problem } from '../../http/problem';
import type { SaleStatusColumn } from '../../../store';
import { beginningOf } from '../../../text';
import { nameKey } from '../../../loyalty';
import { wordKey } from './cell';
import type { FileRow } from './file-rows';
import { IGNORED, STATUS } from './column-answers';
import type { AnsweredColumns } from './column-answers';
import { answerFor, refuseUnknownColumns } from './status-answers';
import type { StatusAnswer } from './status-answers';
import { statusColumns } from './status-columns';
import type { StatusColumn, StatusKind } from './status-columns';
import { isPlace, knownMeaning, leastOf, saidUndone, statusKey, statusText } from './status-words';
import type { StatusMeaning } from './status-words';

/** More distinct values are counted, not listed: such a column says something else. */
const MOST_VALUES = 50;

interface Value {
  text: string;
  rows: number;
  means: StatusMeaning | null;
}
interface Column extends StatusColumn {
  values: Map<string, Value>;
}

/**
 * How the sales of a file stand (R51). Every column that seems to say it is heard, the most doubtful voice counts, and what is
 * not understood is asked: nothing is taken for completed because nobody knew what it meant.
 */
export class SaleStatuses {
  private columns: Column[];
  /** Those that nobody reads: of each only what tells of a sale that is not done. */
  private watched: Column[] = [];

  /**
   * @param answered what a person has said of columns: one that holds something else is not heard, but for one that is to be
   * ignored, since that says nothing of sales that are not done
   * @throws Problem for an answer about a column that is not there
   */
  constructor(
    titles: readonly string[],
    private readonly answers: readonly StatusAnswer[],
    answered: AnsweredColumns,
  ) {
    refuseUnknownColumns(answers, titles);
    const named = new Set(answers.map(({ column }) => column));
    const seeming = statusColumns(titles).filter(({ place }) => !isSomethingElse(answered.get(place)));
    const others = titles.flatMap((title, place): StatusColumn[] =>
      seeming.some((one) => one.place === place)
        ? []
        : answered.get(place)?.includes(STATUS)
          ? [{ place, title: beginningOf(title, 60), kind: 'state' }]
          : named.has(wordKey(title))
            ? [{ place, title, kind: this.kindByAnswers(title) }]
            : [],
    );
    this.columns = [...seeming, ...others].map(withoutValues);
  }

  /** Who was asked about such values alone has said nothing of the other ones: the column still means nothing by itself. */
  private kindByAnswers(title: string): StatusKind {
    const said = this.answers.filter(({ column }) => column === wordKey(title));
    return said.every(({ value, undone }) => undone || value === '*') ? 'aside' : 'state';
  }

  /** Where these columns are. */
  get places(): ReadonlySet<number> {
    return new Set(this.columns.map(({ place }) => place));
  }

  /** Columns that mean nothing are not silent where one of their values as a whole is a status, such as `Recusado`. */
  watch(titles: readonly string[], places: readonly number[]): void {
    this.watched = places.map((place) =>
      withoutValues({ place, title: beginningOf(titles[place]!, 60), kind: 'aside' }),
    );
  }

  /** Counts what a row says, and answers it: as short as it can be, since a file has many rows. */
  hear({ cells }: FileRow): string[] {
    for (const column of this.watched) {
      const text = cells[column.place] ?? '';
      if (text !== '' && saidUndone(text) !== null) this.count(column, text);
    }
    return this.columns.map((column) => this.count(column, cells[column.place] ?? ''));
  }

  private count({ title, kind, values }: Column, text: string): string {
    const key = statusKey(kind, text);
    const known = values.get(key);
    if (known) known.rows += 1;
    else {
      const means = answerFor(this.answers, title, key) ?? knownMeaning(kind, key, text);
      values.set(key, { text: statusText(key, text), rows: 1, means });
    }
    return key;
  }

  /** What the columns were read as; one that turned out to be about something else is left out. */
  heard(): SaleStatusColumn[] {
    return this.speaking().map(({ title, values }) => ({
      column: title,
      values: [...values.values()].slice(0, MOST_VALUES).map(({ text, rows, means }) => ({
        value: text,
        rows,
        means: means ?? 'unknown',
      })),
    }));
  }

  /** @throws Problem `status_unclear` with every value, where there is one that nobody has said the meaning of */
  askWhatIsUnclear(): void {
    const unclear = this.speaking().filter(({ values }) =>
      [...values.values()].some(({ means }) => means === null),
    );
    if (unclear.length === 0) return;
    const titles = unclear.map(({ title }) => title);
    const [first] = unclear;
    const { text } = [...first!.values.values()].find(({ means }) => means === null)!;
    throw new Problem('status_unclear', {
      facts: {
        columns: titles,
        example: `status=${wordKey(first!.title)}:${nameKey(text)}=${saidUndone(text) ?? 'completed'}`,
      },
      lists: { statusColumns: this.heard() },
    });
  }

  /**
   * When all rows have been heard: how a sale stands by what its row said; `completed` where the file has no column about it,
   * or only one that is about something else, null where it has and none says anything.
   */
  standings(): (keys: readonly string[]) => 'completed' | 'open' | 'cancelled' | null {
    const speaking = new Set(this.speaking());
    const silence = [...speaking].every(({ kind }) => kind === 'aside') ? 'completed' : null;
    return (keys) =>
      leastOf(
        this.columns.map((column, index) =>
          speaking.has(column) ? (column.values.get(keys[index]!)?.means ?? 'ignore') : 'ignore',
        ),
      ) ?? silence;
  }

  /** The column to name where a row says nothing of how its sale stands. */
  get title(): string {
    return this.columns[0]?.title ?? 'linha';
  }

  private speaking(): Column[] {
    const heard = this.columns.filter(
      ({ kind, values }) => kind !== 'perhaps' || ![...values.keys()].every((key) => isPlace(key)),
    );
    return [...heard, ...this.watched.filter(({ values }) => values.size > 0)];
  }
}

function isSomethingElse(fields: readonly string[] = []): boolean {
  return !fields.includes(STATUS) && fields.some((field) => field !== IGNORED);
}

function withoutValues(column: StatusColumn): Column {
  return { ...column, values: new Map() };
}
