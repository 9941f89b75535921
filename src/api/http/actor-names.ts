import type { AuditActor, Consent, Store } from '../../store';

/** Who did something: one of the merchant's own, or a customer, who has no name here. */
type Doer = AuditActor | Consent['actor'];

/** What somebody who did something is called now; null: they are not the merchant's any more. */
export type ActorNames = (actor: Doer) => string | null;

/** The names of those who did something: what they did keeps ids alone. */
export async function actorNames(
  { merchants, people }: Pick<Store, 'merchants' | 'people'>,
  merchantId: string,
  done: readonly { actor: Doer }[],
): Promise<ActorNames> {
  const has = (kind: Doer['kind']): boolean => done.some(({ actor }) => actor.kind === kind);
  const [keys, members] = await Promise.all([
    has('key') ? merchants.keys(merchantId) : [],
    has('person') ? people.members(merchantId) : [],
  ]);
  const names = new Map<string, string>([
    ...keys.map(({ id, label }) => [`key/${id}`, label] as const),
    ...members.map(({ person: { id, name } }) => [`person/${id}`, name] as const),
  ]);
  return (actor) => (actor.kind === 'installation' ? null : (names.get(`${actor.kind}/${actor.id}`) ?? null));
}

/** A key as answers name it; null for none. Without a label: it was revoked. */
export type KeyNamed = (keyId: string | null | undefined) => { id: string; label: string | null } | null;

/** How the keys are named that things were done with. */
export async function keysNamed(
  store: Pick<Store, 'merchants' | 'people'>,
  merchantId: string,
  keyIds: readonly (string | null | undefined)[],
): Promise<KeyNamed> {
  const done = keyIds.flatMap((id) => (id == null ? [] : [{ actor: { kind: 'key' as const, id } }]));
  const names = await actorNames(store, merchantId, done);
  return (id) => (id == null ? null : { id, label: names({ kind: 'key', id }) });
}
