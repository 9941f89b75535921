import type { z } from 'zod';
import type { Membership, Session, Store } from '../../store';
import { iso } from '../http';
import type { AppDeps, SignedIn } from '../http';
import { merchantZone } from '../program';
import type { sessionListSchema, sessionSchema } from './session-schema';

/** Who has signed in, and what they are where. */
export async function sessionView(
  { store }: Pick<AppDeps, 'store'>,
  { person, session }: SignedIn,
): Promise<z.output<typeof sessionSchema>> {
  const [memberships, secondFactor] = await Promise.all([
    store.people.memberships(person.id),
    store.secondFactors.isOn(person.id),
  ]);
  const merchants = await Promise.all(
    memberships.map((membership) => membershipView(store, membership, secondFactor)),
  );
  const { id, name, email } = person;
  return {
    person: { id, name, email, secondFactor },
    merchants: merchants.flat().sort((a, b) => a.name.localeCompare(b.name, 'pt-BR')),
    expiresAt: iso(session.endsAt),
  };
}

/** What somebody is in one merchant; nothing where it is not there. */
async function membershipView(
  store: Store,
  { merchantId, role, storeIds }: Membership,
  secondFactor: boolean,
): Promise<z.output<typeof sessionSchema>['merchants']> {
  const [merchant, zone, shops] = await Promise.all([
    store.merchants.get(merchantId),
    merchantZone(store, merchantId),
    store.shops.list(merchantId),
  ]);
  if (!merchant) return [];
  const { name, suspendedAt, requireSecondFactorForOwners } = merchant;
  const required = role === 'owner' && Boolean(requireSecondFactorForOwners) && !secondFactor;
  const stores = shops
    .filter((shop) => storeIds?.includes(shop.id) ?? true)
    .map((shop) => ({ id: shop.id, name: shop.name, zone: shop.zone }));
  const state = { suspended: Boolean(suspendedAt), secondFactorRequired: required };
  return [{ id: merchantId, name, zone, role, stores, boundToStores: storeIds !== null, ...state }];
}

/** One of somebody's sessions, as the list has it. @param current the one that asks */
export function listedSession(
  { id, userAgent, createdAt, usedAt, expiresAt }: Session,
  current: Session,
): z.output<typeof sessionListSchema>['data'][number] {
  return {
    ...{ id, userAgent, current: id === current.id },
    ...{ createdAt: iso(createdAt), usedAt: iso(usedAt), expiresAt: iso(expiresAt) },
  };
}
