import type { EntryDoc } from './entry-model';

/** The form in which this version writes entries. */
export const ENTRY_FORM = 2;

const FORM_1: readonly (keyof EntryDoc)[] = [
  ...(['merchantId', 'customerId', 'key', 'seq', 'type', 'benefit', 'at', 'recordedAt', 'cause'] as const),
  ...(['programVersion', 'ruleId', 'moves', 'debt', 'saleIds', 'attests'] as const),
];

/** What is hashed of an entry, by its form; entries of the first say no `v`. A form stays as it is for ever. */
const FORMS: ReadonlyMap<number, ReadonlySet<string>> = new Map([
  [1, new Set<string>(FORM_1)],
  [2, new Set<string>([...FORM_1, 'v', 'records'])],
]);

/** What is stored beside the content that is hashed. */
const UNHASHED = new Set<string>(['_id', 'hash'] satisfies (keyof EntryDoc)[]);

/** The form an entry was written in. */
export function formOf({ v }: Pick<EntryDoc, 'v'>): number {
  return v ?? 1;
}

/** What is hashed of an entry: the fields of its form. Of a form this version does not know, everything. */
export function hashedContent(entry: Omit<EntryDoc, 'hash'>): Record<string, unknown> {
  const fields = FORMS.get(formOf(entry));
  return Object.fromEntries(
    Object.entries(entry).filter(([name]) => (fields ? fields.has(name) : !UNHASHED.has(name))),
  );
}

/** Why an entry cannot be judged by its form, or carries what nobody wrote; null: it is as its form says. */
export function formProblem(entry: EntryDoc): string | null {
  const form = formOf(entry);
  const fields = FORMS.get(form);
  if (!fields)
    return `is of form ${form}, which this version does not know: verify with the version that wrote it`;
  const strange = Object.keys(entry).filter((name) => !fields.has(name) && !UNHASHED.has(name));
  return strange.length === 0 ? null : `has what form ${form} does not: ${strange.join(', ')}`;
}
