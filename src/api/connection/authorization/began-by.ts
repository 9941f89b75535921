import type { Request } from 'express';
import type { AuditActor, Store } from '../../../store';
import { may } from '../../access/permission';
import { sessionToken } from '../../http';
import type { AppDeps } from '../../http';

/** An authorisation that was begun here. */
export interface Beginning {
  merchant: { id: string; name: string };
  /** Who began it; null: with a version that did not keep who. */
  by: AuditActor | null;
  /** Why it may not be finished any more; null: it may. */
  barred: Barred | null;
}

/** `suspended`: the merchant; `no_longer_theirs`: whoever began it may not connect companies any more. */
export type Barred = 'suspended' | 'no_longer_theirs';

/** Who began an authorisation, for whom, and whether that still counts; null: there is no such authorisation. */
export async function beganBy(
  store: Pick<Store, 'authorizations' | 'merchants' | 'people'>,
  state: string,
): Promise<Beginning | null> {
  const begun = await store.authorizations.begun(state);
  if (!begun) return null;
  const { merchantId: id, by } = begun;
  const [merchant, theirs] = await Promise.all([store.merchants.get(id), mayConnect(store, id, by)]);
  const barred = merchant?.suspendedAt ? 'suspended' : theirs ? null : 'no_longer_theirs';
  return { merchant: { id, name: merchant?.name ?? id }, by, barred };
}

/** Whether whoever comes may be the one who began it: what a person began is finished in a session of theirs. */
export async function isTheirs(
  { store, config, now }: Pick<AppDeps, 'store' | 'config' | 'now'>,
  req: Request,
  { by }: Pick<Beginning, 'by'>,
): Promise<boolean> {
  if (by?.kind !== 'person') return true;
  const token = sessionToken(req, config);
  const session = token === null ? null : await store.sessions.use(token, new Date(now()));
  return session?.personId === by.id;
}

async function mayConnect(
  { merchants, people }: Pick<Store, 'merchants' | 'people'>,
  merchantId: string,
  by: AuditActor | null,
): Promise<boolean> {
  if (by === null || by.kind === 'installation') return true;
  if (by.kind === 'key') {
    const key = (await merchants.keys(merchantId)).find(({ id }) => id === by.id);
    return key !== undefined && may({ kind: 'key', keyId: by.id, ...key }, 'connection');
  }
  const [membership] = await people.memberships(by.id, merchantId);
  return membership !== undefined && may({ kind: 'person', name: '', ...membership }, 'connection');
}
