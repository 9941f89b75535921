import { andList, durationWords, windowWords } from '../phrases';
import { fromTo } from './change';
import type { FieldTexts, Same } from './change';

/** Who a field belongs to, as a sentence names it: `A regra x`, `da regra x`. */
export interface Owner {
  subject: string;
  of: string;
}

/** The texts of an amount its owner may have: `A regra x passa a ter teto por venda de R$ 50,00`. */
export function amountTexts(
  owner: Owner,
  noun: { name: string; article: 'O' | 'A' },
  words: (value: number) => string,
): FieldTexts<number> {
  const { name, article } = noun;
  return {
    added: (after) => `${owner.subject} passa a ter ${name} de ${words(after)}`,
    removed: (before) => `${owner.subject} deixa de ter ${name} (era de ${words(before)})`,
    changed: fromTo(`${article} ${name} ${owner.of}`, words),
  };
}

/**
 * The texts of a list of what an owner is valid for; absent, it is valid for all. `the` is the article and noun for one
 * and for several: `['a loja', 'as lojas']`; `all` is what a missing list means: `qualquer loja`.
 */
export function listTexts<Value>(
  { subject }: Owner,
  the: readonly [one: string, many: string],
  all: string,
  words: (value: Value) => string,
): FieldTexts<readonly Value[]> {
  const named = (values: readonly Value[]): string =>
    `${values.length === 1 ? the[0] : the[1]} ${andList(values.map(words))}`;
  const missing = (values: readonly Value[], others: readonly Value[]): readonly Value[] =>
    values.filter((value) => !others.includes(value));
  return {
    added: (after) => `${subject} passa a valer só para ${named(after)}`,
    removed: (before) => `${subject} passa a valer para ${all} (valia para ${named(before)})`,
    changed: (before, after) => {
      const gained = missing(after, before);
      const lost = missing(before, after);
      const parts = [
        ...(gained.length > 0 ? [`passa a valer também para ${named(gained)}`] : []),
        ...(lost.length > 0 ? [`deixa de valer para ${named(lost)}`] : []),
      ];
      return `${subject} ${parts.join(' e ')}`;
    },
  };
}

/** The same values, in whatever order. */
export function sameSet<Value>(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value));
}

/** The same length of time, however spelled: `P7D` and `P1W`. */
export const sameDuration: Same<string> = (a, b) => durationWords(a) === durationWords(b);

/** The same, where no time at all is not the rest of a day. */
export const sameWindow: Same<string> = (a, b) => windowWords(a) === windowWords(b);
