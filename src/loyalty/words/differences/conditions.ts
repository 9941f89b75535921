import { formatCents } from '../../basis';
import type { Conditions, Rule } from '../../program';
import { channelName, dateWords, weekdayName } from '../phrases';
import { fromTo, optional, together } from './change';
import type { Compare, FieldTexts } from './change';
import { amountTexts, listTexts, sameSet } from './texts';
import type { Owner } from './texts';

/** Every condition of a rule; a rule without `when` has none. */
export function compareConditions(owner: Owner, rulePath: string): Compare<Rule> {
  const compare = together([
    ...amountConditions(owner, `${rulePath}.when`),
    ...listConditions(owner, `${rulePath}.when`),
    ...dateConditions(owner, `${rulePath}.when`),
    ...customerConditions(owner, `${rulePath}.when`),
  ]);
  return (before, after) => compare(before.when ?? {}, after.when ?? {});
}

function amountConditions(owner: Owner, path: string): Compare<Conditions>[] {
  const min = amountTexts(owner, { name: 'compra mínima', article: 'A' }, formatCents);
  const max = amountTexts(owner, { name: 'compra máxima', article: 'A' }, formatCents);
  return [
    optional(`${path}.minSaleCents`, (when) => when.minSaleCents, min),
    optional(`${path}.maxSaleCents`, (when) => when.maxSaleCents, max),
  ];
}

function listConditions(owner: Owner, path: string): Compare<Conditions>[] {
  const same = (value: string): string => value;
  const channels = listTexts(owner, ['o canal', 'os canais'], 'qualquer canal', channelName);
  const stores = listTexts(owner, ['a loja', 'as lojas'], 'qualquer loja', same);
  const skus = listTexts(owner, ['o produto', 'os produtos'], 'qualquer produto', same);
  const days = listTexts(owner, ['o dia', 'os dias'], 'qualquer dia da semana', weekdayName);
  return [
    optional(`${path}.channels`, (when) => when.channels, channels, sameSet),
    optional(`${path}.stores`, (when) => when.stores, stores, sameSet),
    optional(`${path}.skus`, (when) => when.skus, skus, sameSet),
    optional(`${path}.weekdays`, (when) => when.weekdays, days, sameSet),
  ];
}

function dateConditions({ subject, of }: Owner, path: string): Compare<Conditions>[] {
  const from: FieldTexts<string> = {
    added: (after) => `${subject} passa a valer só a partir de ${dateWords(after)}`,
    removed: (before) => `${subject} deixa de ter data de início (era ${dateWords(before)})`,
    changed: fromTo(`O início ${of}`, dateWords),
  };
  const until: FieldTexts<string> = {
    added: (after) => `${subject} passa a valer só até ${dateWords(after)}, inclusive`,
    removed: (before) => `${subject} deixa de ter data de fim (era ${dateWords(before)})`,
    changed: fromTo(`O último dia ${of}`, dateWords),
  };
  return [
    optional(`${path}.from`, (when) => when.from, from),
    optional(`${path}.until`, (when) => when.until, until),
  ];
}

function customerConditions({ subject, of }: Owner, path: string): Compare<Conditions>[] {
  const only = (first: boolean): string =>
    `${subject} passa a valer só ${first ? 'na primeira compra do cliente' : 'da segunda compra do cliente em diante'}`;
  const firstPurchase: FieldTexts<boolean> = {
    added: only,
    removed: () => `${subject} passa a valer em qualquer compra do cliente, primeira ou não`,
    changed: (_before, after) => only(after),
  };
  const segment: FieldTexts<string> = {
    added: (after) => `${subject} passa a valer só para clientes do segmento "${after}"`,
    removed: (before) =>
      `${subject} passa a valer para todos os clientes (valia para o segmento "${before}")`,
    changed: (before, after) => `O segmento de clientes ${of} passa de "${before}" para "${after}"`,
  };
  return [
    optional(`${path}.firstPurchase`, (when) => when.firstPurchase, firstPurchase),
    optional(`${path}.segment`, (when) => when.segment, segment),
  ];
}
