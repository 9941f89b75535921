import type { AuditActor, AuditLine, Store } from '../../store';

/** What somebody in the audit is called now; null: they are not the merchant's any more. */
export type ActorNames = (actor: AuditActor) => string | null;

/** The names of those who did something: the audit itself keeps ids alone. */
export async function actorNames(
  { merchants, people }: Pick<Store, 'merchants' | 'people'>,
  merchantId: string,
  lines: readonly AuditLine[],
): Promise<ActorNames> {
  const has = (kind: AuditActor['kind']): boolean => lines.some(({ actor }) => actor.kind === kind);
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
