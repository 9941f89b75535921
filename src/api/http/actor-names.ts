import type { AuditActor, Store } from '../../store';

/** What somebody who did something is called now; null: they are not the merchant's any more. */
export type ActorNames = (actor: AuditActor) => string | null;

/** The names of those who did something: what they did keeps ids alone. */
export async function actorNames(
  { merchants, people }: Pick<Store, 'merchants' | 'people'>,
  merchantId: string,
  done: readonly { actor: AuditActor }[],
): Promise<ActorNames> {
  const has = (kind: AuditActor['kind']): boolean => done.some(({ actor }) => actor.kind === kind);
  const [keys, members] = await Promise.all([
    has('key') ? merchants.keys(merchantId) : [],
    has('person') ? people.members(merchantId) : [],
  ]);
  const names = new Map([
    ...keys.map(({ id, label }) => [`key/${id}`, label] as const),
    ...members.map(({ person: { id, name } }) => [`person/${id}`, name] as const),
  ]);
  return (actor) => (actor.kind === 'installation' ? null : (names.get(`${actor.kind}/${actor.id}`) ?? null));
}
