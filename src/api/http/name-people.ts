import { isPersonId } from '../../ids';
import type { Store } from '../../store';

/** Fields that say who did something. */
const WHO = new Set(['operator', 'undoneBy', 'callerName']);

/**
 * An answer with the names of those who did what it tells of. Only ids are kept with what was done: a name is looked up when somebody
 * asks, and is gone from everywhere once its person is.
 */
export async function withPeopleNamed({ people }: Pick<Store, 'people'>, answer: unknown): Promise<unknown> {
  const ids = new Set<string>();
  eachWho(answer, (id) => {
    ids.add(id);
    return id;
  });
  if (ids.size === 0) return answer;
  const names = await people.names([...ids]);
  return eachWho(answer, (id) => names.get(id) ?? id);
}

/** The same answer with every person's id in a field that says who replaced. */
function eachWho(value: unknown, named: (id: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => eachWho(one, named));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  const fields = Object.entries(value).map(([name, one]) => [
    name,
    WHO.has(name) && typeof one === 'string' && isPersonId(one) ? named(one) : eachWho(one, named),
  ]);
  return Object.fromEntries(fields) as unknown;
}
