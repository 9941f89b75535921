import { formatMoney, formatPoints } from '../../format';
import { audit as words } from '../../words/pt/audit';
import { common } from '../../words/pt/common';
import { connection } from '../../words/pt/connection';
import { keys } from '../../words/pt/keys';
import { messages } from '../../words/pt/messages';

type Facts = Readonly<Record<string, unknown>> | null;

/** One thing that changed: what it was and what it is. */
export interface Changed {
  field: string;
  before: string;
  after: string;
}

const FIELDS: Readonly<Record<string, string>> = words.fields;
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  fields: words.contactFields,
  role: common.roles,
  scope: keys.scopes,
  kind: words.kinds,
  decision: words.decisions,
  type: words.benefits,
  basis: words.bases,
  quietDays: words.weekdays,
  state: connection.states,
  occasion: messages.occasions,
  reconcileEvery: words.every,
};
/** What it means that there is none. */
const WITHOUT: Readonly<Record<string, string>> = words.without;

/** How ids and instants are written where the change is read. */
export interface Writing {
  /** What something is called by its id. */
  nameOf: (id: string) => string;
  dateTime: (instant: string) => string;
}

/** What an act changed, in words; what did not change is left out. */
export function describeChange(before: Facts, after: Facts, writing: Writing): Changed[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const textIn = (facts: Facts, field: string): string =>
    facts && field in facts ? valueText(field, facts[field], { ...writing, facts }) : words.nothing;
  return [...fields]
    .map((field) => ({
      field: FIELDS[field] ?? field,
      before: textIn(before, field),
      after: textIn(after, field),
    }))
    .filter((changed) => changed.before !== changed.after);
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

function valueText(field: string, value: unknown, written: Writing & { facts: NonNullable<Facts> }): string {
  if (value === null) return WITHOUT[field] ?? words.nothing;
  if (Array.isArray(value))
    return value.length === 0 ? words.nothing : value.map((one) => valueText(field, one, written)).join(', ');
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return numberText(field, value, written.facts);
  if (typeof value !== 'string') return JSON.stringify(value);
  return VALUES[field]?.[value] ?? textOf(value, written);
}

function textOf(value: string, { nameOf, dateTime }: Writing): string {
  if (INSTANT.test(value)) return dateTime(value);
  return DATE.test(value) ? value.replace(DATE, '$3/$2/$1') : nameOf(value);
}

/** Cents are said by their field, or by the benefit beside them. */
function numberText(field: string, value: number, { type }: NonNullable<Facts>): string {
  if (field.endsWith('Cents') || (field === 'amount' && type === 'cashback')) return formatMoney(value);
  return field === 'amount' && type === 'points' ? formatPoints(value) : String(value);
}
