import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Store } from '../../src/store';
import { DEMO_PEOPLE, endDemoPeople, letDemoPeopleIn } from '../../tools/local/demo-people';
import { testMongoUri } from './engines';
import { openMigratedStore } from './migrated-store';

const SETTINGS = { uri: testMongoUri(), encryptionKey: Buffer.alloc(32, 7) };
let store: Store;
beforeAll(async () => {
  store = await openMigratedStore(SETTINGS);
});
afterAll(() => store.close());

it('demo people are let in once, are ended in a start that is no demo, and come back with the demo', async () => {
  const now = new Date();
  expect(await endDemoPeople(SETTINGS)).toBe(false);
  expect(await letDemoPeopleIn(SETTINGS, now)).toBe(true);
  expect(await letDemoPeopleIn(SETTINGS, now)).toBe(false);
  const { id, password } = (await store.people.byEmail(DEMO_PEOPLE[0]!.email))!;
  const { token } = (await store.sessions.begin({ personId: id, password, secondFactor: false }, null, now))!;
  expect(await endDemoPeople(SETTINGS)).toBe(true);
  expect(await store.sessions.use(token, now)).toBeNull();
  const members = await store.people.members('demo');
  expect(members.map(({ person }) => person.password)).toEqual([null, null, null]);
  expect(await endDemoPeople(SETTINGS)).toBe(false);
  expect(await letDemoPeopleIn(SETTINGS, now)).toBe(true);
  expect((await store.people.get(id))!.password).not.toBeNull();
  const other = await store.people.register({ email: 'ana@example.com', name: 'Ana', password: null }, now);
  const membership = {
    merchantId: 'demo',
    personId: other.person.id,
    role: 'staff' as const,
    storeIds: null,
  };
  await store.people.join(membership, now);
  await endDemoPeople(SETTINGS);
  expect(await letDemoPeopleIn(SETTINGS, now)).toBe(false);
});
