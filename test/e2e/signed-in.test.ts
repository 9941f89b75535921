import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashPassword } from '../../src/store';
import type { Membership } from '../../src/store';
import { aCounterSale, sold, tally } from './counter';
import type { CounterSale } from './counter';
import { decoded } from './decoded';
import { openHouse } from './house';
import type { House } from './house';
import { SessionClient } from './session-client';

const PASSWORD = 'uma senha bem longa';
const NAME = 'Filomena Atendente';

let house: House;
let password: string;
let logged = '';
const log = new Writable({
  write(chunk: Buffer, _encoding, done) {
    logged += chunk.toString();
    done();
  },
});
beforeAll(async () => {
  house = await openHouse({ log, env: { LOG_LEVEL: 'debug' } });
  password = await hashPassword(PASSWORD);
});
afterAll(() => house.close());

/** Somebody of the first merchant who can sign in. */
async function aPerson(
  role: Membership['role'],
  storeIds: string[] | null = null,
): Promise<{ personId: string; email: string }> {
  const email = `${randomUUID()}@example.com`;
  const now = new Date();
  const { person } = await house.store.people.register({ email, name: NAME, password }, now);
  const { merchantId } = house.tenant;
  await house.store.people.join({ merchantId, personId: person.id, role, storeIds }, now);
  return { personId: person.id, email };
}

async function signedIn(role: Membership['role']): Promise<SessionClient & { personId: string }> {
  const { personId, email } = await aPerson(role);
  const client = new SessionClient(house.url);
  (await client.signIn(email, PASSWORD)).expect(201);
  return Object.assign(client, { personId });
}

const many = <T>(count: number, work: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, work));

describe('signing in', () => {
  it('of one person from ten browsers at once gives ten sessions', async () => {
    const { email, personId } = await aPerson('owner');
    const answers = await many(10, () => new SessionClient(house.url).signIn(email, PASSWORD));
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(10).fill(201));
    expect(await house.store.sessions.ofPerson(personId, new Date())).toHaveLength(10);
  });

  it('with twenty wrong passwords at once has ten of them looked at', async () => {
    const { email } = await aPerson('owner');
    const tries = await many(20, () => new SessionClient(house.url).signIn(email, 'outra senha longa'));
    expect(tally(tries.map(({ status }) => String(status)))).toEqual({ '401': 10, '429': 10 });
    const right = await new SessionClient(house.url).signIn(email, PASSWORD);
    expect(Number(right.expect(429).headers.get('retry-after'))).toBeGreaterThan(800);
  });

  it('takes no operator of the database for an e-mail or a password', async () => {
    const { email } = await aPerson('owner');
    for (const body of [
      { email, password: { $ne: null } },
      { email: { $gt: '' }, password: PASSWORD },
    ]) {
      const client = new SessionClient(house.url);
      (await client.send('POST', '/v1/session', body)).expect(422);
      (await client.send('GET', '/v1/session')).expect(401);
    }
  });
});

describe('a session', () => {
  it('counts for nothing from another origin, or with a token that was not given', async () => {
    const { email } = await aPerson('owner');
    const foreign = new SessionClient(house.url, 'https://evil.example');
    (await foreign.signIn(email, PASSWORD)).expect(403);
    const owner = await signedIn('owner');
    (await owner.send('PATCH', '/v1/settings', { requireSecondFactorForOwners: false })).expect(200);
    const forged = await fetch(`${house.url}/v1/connections`, {
      headers: { cookie: `retorno_session=${'A'.repeat(43)}` },
    });
    expect(forged.status).toBe(401);
  });

  it('may what its person may at that moment, and ends when it is ended', async () => {
    const owner = await signedIn('owner');
    const ask = async (): Promise<number> => (await owner.send('GET', '/v1/connections')).status;
    expect(await ask()).toBe(200);
    const { merchantId } = house.tenant;
    const deed = { by: null, now: new Date() };
    await house.store.people.change(merchantId, owner.personId, { role: 'staff' }, deed);
    expect(await ask()).toBe(403);
    await house.store.people.change(merchantId, owner.personId, { role: 'owner' }, deed);
    expect(await ask()).toBe(200);
    await house.store.people.leave(merchantId, owner.personId, deed);
    expect(await ask()).toBe(403);
    (await owner.send('DELETE', '/v1/session')).expect(204);
    expect(await ask()).toBe(401);
  });
});

describe('who has signed in', () => {
  let sale: CounterSale;
  beforeAll(async () => {
    sale = await sold(house.tenant, aCounterSale('centro'));
  });

  it('uses balance by id, and is told by name; the name is in no run and no log', async () => {
    const staff = await signedIn('staff');
    const asked = { customerId: sale.customerId, type: 'cashback', amountCents: 100, saleTotalCents: 10_000 };
    const body = { ...asked, confirm: true, operator: 'Outra Pessoa' };
    const used = await staff.send<{ id: string; operator: string }>('POST', '/v1/redemptions', body);
    const { id, operator } = used.expect(201).body;
    expect(operator).toBe(NAME);
    const { merchantId, api } = house.tenant;
    const kept = await house.store.redemptions.get(merchantId, id);
    expect(kept?.operator).toBe(staff.personId);
    const told = await api.get<{ data: { operator: string | null }[] }>(
      `/v1/customers/${sale.customerId}/statement`,
    );
    expect(told.body.data[0]?.operator).toBe(NAME);
    const run = house.client.workflow.getHandle(`redemption/${merchantId}/${id}`);
    const history = decoded(await run.fetchHistory());
    for (const text of [NAME, 'Outra Pessoa', '@example.com']) {
      expect(history).not.toContain(text);
      expect(logged).not.toContain(text);
    }
  });
});
