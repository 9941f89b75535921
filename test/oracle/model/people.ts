import { canBeOne } from './called';
import { marksOf } from './marks';
import type { House, Marks, Typed } from './marks';

interface Person {
  document: string | null;
  name: string | null;
  /** What they are known by; no two persons by the same. */
  keys: Set<string>;
  /** Mobiles that are written to, the newest first. */
  mobiles: string[];
  /** Which of those told these are, from 0. */
  told: number[];
}

/** Who each of the told is: the first of those who are the same; null: nobody. And where each is written to. */
export interface People {
  who: (number | null)[];
  writtenTo: Record<number, string | null>;
}

/** Recognises people who are told one after the other (R48–R50). */
export function recognise(told: Typed[], house: House): People {
  const people: Person[] = [];
  told.forEach((typed, index) => {
    const marks = marksOf(typed, house);
    if (marks) meet(people, marks, index);
  });
  const of = (index: number): Person | undefined => people.find((one) => one.told.includes(index));
  return {
    who: told.map((_typed, index) => of(index)?.told[0] ?? null),
    writtenTo: Object.fromEntries(
      people.map((one): [number, string | null] => [one.told[0]!, one.mobiles[0] ?? null]),
    ),
  };
}

/** By document, then by the source's own id, then by phone where the names can be one person's, then by e-mail. */
function waysTo({
  document,
  sourceId,
  phones,
  emails,
}: Marks): { key: string; strong: boolean; phone: boolean }[] {
  return [
    ...(document === null ? [] : [{ key: `document ${document}`, strong: true, phone: false }]),
    ...(sourceId === null ? [] : [{ key: `source ${sourceId}`, strong: true, phone: false }]),
    ...phones.map(({ key }) => ({ key: `phone ${key}`, strong: false, phone: true })),
    ...emails.map((key) => ({ key, strong: false, phone: false })),
  ];
}

function meet(people: Person[], marks: Marks, index: number): void {
  const ways = waysTo(marks);
  const ownerOf = (key: string): Person | undefined => people.find(({ keys }) => keys.has(key));
  const isAnother = (one: Person): boolean => differ(one.document, marks.document);
  const known = ways
    .filter(({ key, phone }) => !phone || canBeOne(ownerOf(key)?.name ?? null, marks.name))
    .flatMap(({ key }) => ownerOf(key) ?? [])
    .find((owner) => !isAnother(owner));
  const person = known ?? { document: null, name: null, keys: new Set(), mobiles: [], told: [] };
  if (!known) people.push(person);
  const before = person.name;
  const same = ways
    .filter(({ strong }) => strong)
    .flatMap(({ key }) => ownerOf(key) ?? [])
    .filter((one) => known && one !== person && !isAnother(one) && !differ(one.document, person.document))
    .filter(({ name }) => canBeOne(name, marks.name) && canBeOne(name, before));
  learn(person, marks, index);
  for (const { key } of ways) if (!ownerOf(key)) person.keys.add(key);
  for (const other of new Set(same)) join(people, other, person);
}

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;

/** The newest name and the newest mobile count; a landline never takes a mobile's place (R49). */
function learn(person: Person, { name, document, phones }: Marks, index: number): void {
  person.name = name ?? person.name;
  person.document ??= document;
  const mobiles = phones.filter(({ mobile }) => mobile).map(({ dialled }) => dialled);
  person.mobiles = [...mobiles, ...person.mobiles];
  person.told.push(index);
}

/** Two records of one person become one. */
function join(people: Person[], from: Person, into: Person): void {
  people.splice(people.indexOf(from), 1);
  into.name ??= from.name;
  into.document ??= from.document;
  for (const key of from.keys) into.keys.add(key);
  into.mobiles.push(...from.mobiles);
  into.told = [...into.told, ...from.told].sort((a, b) => a - b);
}
