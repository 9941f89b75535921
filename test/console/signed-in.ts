import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { hashPassword } from '../../src/store';
import type { House, Tenant } from '../e2e/house';

/** Somebody who may sign in. */
export interface APerson {
  email: string;
  password: string;
  name: string;
}

type Role = 'owner' | 'manager' | 'staff';

/** A new person of a merchant, for all of its stores or for some. */
export async function aPerson(
  { store }: Pick<House, 'store'>,
  { merchantId }: Pick<Tenant, 'merchantId'>,
  role: Role,
  storeIds: string[] | null = null,
  name = 'Bia Atendente',
): Promise<APerson> {
  const said = {
    email: `${randomUUID()}@example.com`,
    password: 'uma senha bem longa',
    name,
  };
  const now = new Date();
  const { person } = await store.people.register(
    { ...said, password: await hashPassword(said.password) },
    now,
  );
  await store.people.join({ merchantId, personId: person.id, role, storeIds }, now);
  return said;
}

/** Signs somebody new in, as the page does it, so that the browser has the cookie. */
export async function signIn(page: Page, house: House, role: Role, url = house.url): Promise<void> {
  await signInAs(page, house, await aPerson(house, house.tenant, role), url);
}

/** Signs somebody in with the browser of a page. */
export async function signInAs(
  page: Page,
  house: Pick<House, 'url'>,
  { email, password }: APerson,
  url = house.url,
): Promise<void> {
  const { origin } = new URL(url);
  const answer = await page.request.post(`${url}/v1/session`, {
    data: { email, password },
    headers: { origin },
  });
  if (answer.status() !== 201)
    throw new Error(`Signing in was answered ${answer.status()}: ${await answer.text()}`);
}
