import { audit as words } from '../../words/pt/audit';
import { common } from '../../words/pt/common';
import { keys } from '../../words/pt/keys';

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
};

/**
 * What an act changed, in words; what did not change is left out.
 * @param nameOf what something is called by its id
 */
export function describeChange(before: Facts, after: Facts, nameOf: (id: string) => string): Changed[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...fields]
    .map((field) => ({
      field: FIELDS[field] ?? field,
      before: before && field in before ? valueText(field, before[field], nameOf) : words.nothing,
      after: after && field in after ? valueText(field, after[field], nameOf) : words.nothing,
    }))
    .filter((changed) => changed.before !== changed.after);
}

function valueText(field: string, value: unknown, nameOf: (id: string) => string): string {
  if (value === null) return field === 'storeIds' ? words.all : words.nothing;
  if (Array.isArray(value))
    return value.length === 0 ? words.nothing : value.map((one) => valueText(field, one, nameOf)).join(', ');
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return VALUES[field]?.[value] ?? nameOf(value);
  return JSON.stringify(value);
}
