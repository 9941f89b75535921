import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TOTP } from 'otpauth';
import { apiKeyModel } from '../../src/store/access';
import { connectMongo } from '../../src/store/mongo';
import type { Mongo } from '../../src/store/mongo';
import { digest } from '../../src/store/secret';
import { isDuplicateKey } from '../../src/store';
import type { IssuedLink, Limit, Session, Store } from '../../src/store';
import { testMongoUri } from './engines';
import { openMigratedStore } from './migrated-store';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const KEY = Buffer.alloc(32, 7);
const START = Date.now();
const NOW = new Date(START);
const installation = { by: null, now: NOW };
const later = (ms: number): Date => new Date(START + ms);
const MONGO = testMongoUri();
/** Two processes on one database. */
let here: Store;
let there: Store;
let mongo: Mongo;
beforeAll(async () => {
  here = await openMigratedStore({ uri: MONGO, encryptionKey: KEY });
  there = await openMigratedStore({ uri: MONGO, encryptionKey: KEY });
  mongo = await connectMongo(MONGO, KEY);
});
afterAll(async () => {
  await mongo.connection.close();
  await Promise.all([here.close(), there.close()]);
});

const each = (n: number): Store => (n % 2 === 0 ? here : there);
const many = <T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));
const aMerchant = async (): Promise<string> => (await here.merchants.create('Loja', NOW)).merchantId;
const anEmail = (): string => `${randomUUID()}@example.com`;

/** Everything that lies in a collection, as text. */
async function atRest(collection: string): Promise<string> {
  return JSON.stringify(await mongo.connection.db!.collection(collection).find().toArray());
}

describe('people', () => {
  it('are one, however many register one e-mail at once', async () => {
    const fresh = { email: anEmail(), name: 'Ana', password: null };
    const made = await many(10, (n) => each(n).people.register(fresh, NOW));
    expect(made.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(made.map(({ person }) => person.id)).size).toBe(1);
  });

  it('join a merchant once, however often it is done at once', async () => {
    const merchantId = await aMerchant();
    const { person } = await here.people.register({ email: anEmail(), name: 'Ana', password: null }, NOW);
    const membership = { merchantId, personId: person.id, role: 'staff' as const, storeIds: ['str_1'] };
    const joined = await many(6, (n) => each(n).people.join(membership, NOW));
    expect(joined.filter(Boolean)).toHaveLength(1);
    expect(await there.people.memberships(person.id)).toEqual([membership]);
    expect(await there.people.memberships(person.id, 'mer_other')).toEqual([]);
    expect(await there.people.members(merchantId)).toMatchObject([
      { person: { name: 'Ana' }, role: 'staff' },
    ]);
  });

  it('are one, also where somebody new accepts invitations of two merchants at once: the other is accepted after', async () => {
    const email = anEmail();
    const tokens = await many(2, async () => {
      const offer = { name: 'Bia', role: 'staff' as const, storeIds: null, invitedBy: null };
      const issued = await here.links.invite({ merchantId: await aMerchant(), email, ...offer }, NOW);
      return (issued as IssuedLink).token;
    });
    const ends = await Promise.allSettled(
      tokens.map((token, n) => each(n).links.accept(token, { name: 'Bia', password: 'x' }, NOW)),
    );
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const late = ends.findIndex(({ status }) => status === 'rejected');
    expect(isDuplicateKey((ends[late] as PromiseRejectedResult).reason)).toBe(true);
    const { id: personId } = (await there.people.byEmail(email))!;
    expect(await here.links.accept(tokens[late]!, { personId }, NOW)).toMatchObject({ joined: true });
    expect(await here.people.memberships(personId)).toHaveLength(2);
  });

  it('choose one password by their links, however many are used at once', async () => {
    const fresh = { email: anEmail(), name: 'Ana', password: 'old' };
    const { person } = await here.people.register(fresh, NOW);
    const tokens = await many(3, async () => (await here.links.requestReset(person.id, NOW)).token);
    const ends = await many(3, (n) => each(n).links.resetPassword(tokens[n]!, `new ${n}`, NOW));
    expect(ends.filter((end) => end === 'closed')).toHaveLength(2);
    const done = ends.findIndex((end) => end !== 'closed');
    expect(ends[done]).toMatchObject({ personId: person.id });
    expect((await there.people.get(person.id))!.password).toBe(`new ${done}`);
  });

  it('never leave a merchant without an owner, also where all give it up at once', async () => {
    const merchantId = await aMerchant();
    const owners: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      const { person } = await here.people.register({ email: anEmail(), name: 'Ana', password: null }, NOW);
      await here.people.join({ merchantId, personId: person.id, role: 'owner', storeIds: null }, NOW);
      owners.push(person.id);
    }
    const outcomes = await many<unknown>(4, (n) =>
      n % 2 === 0
        ? each(n).people.leave(merchantId, owners[n]!, installation)
        : each(n).people.change(merchantId, owners[n]!, { role: 'staff' }, installation),
    );
    expect(outcomes.filter((outcome) => outcome === 'last_owner')).toHaveLength(1);
    const members = await here.people.members(merchantId);
    expect(members.filter(({ role }) => role === 'owner')).toHaveLength(1);
    expect(await here.people.leave(merchantId, 'per_nobody', installation)).toBe('not_a_member');
    expect(await here.people.change(merchantId, 'per_nobody', { role: 'owner' }, installation)).toBe(
      'not_a_member',
    );
  });
});

describe('a session', () => {
  const begin = async (
    personId: string,
    agent: string | null = null,
    at = NOW,
    password: string | null = null,
  ): Promise<{ token: string; session: Session }> =>
    (await here.sessions.begin({ personId, password, secondFactor: false }, agent, at))!;
  let personId = '';
  beforeEach(async () => {
    personId = (await here.people.register({ email: anEmail(), name: 'Ana', password: null }, NOW)).person.id;
  });

  it('begins by no password that a reset has changed, however they meet', async () => {
    const ends = await many(8, async (n) => {
      const fresh = { email: anEmail(), name: 'Ana', password: 'old' };
      const { person } = await here.people.register(fresh, NOW);
      const { token } = await here.links.requestReset(person.id, NOW);
      const proof = { personId: person.id, password: 'old', secondFactor: false };
      await Promise.all([
        each(n).sessions.begin(proof, null, NOW),
        each(n + 1).links.resetPassword(token, 'new', NOW),
      ]);
      expect(await here.sessions.begin(proof, null, NOW)).toBeNull();
      expect(await here.sessions.begin({ ...proof, password: 'new' }, null, NOW)).not.toBeNull();
      return here.sessions.ofPerson(person.id, NOW);
    });
    expect(ends.map(({ length }) => length)).toEqual(Array<number>(8).fill(1));
  });

  it('goes on where its person changes the password in it, and every other ends', async () => {
    const { session, token } = await begin(personId);
    const other = await begin(personId);
    const { token: reset } = await here.links.requestReset(personId, NOW);
    const change = { from: null, to: 'new', sessionId: session.id };
    const changed = await many(4, (n) => each(n).people.changePassword(personId, change, NOW));
    expect(changed.filter(Boolean)).toHaveLength(1);
    expect(await there.sessions.use(token, NOW)).not.toBeNull();
    expect(await there.sessions.use(other.token, NOW)).toBeNull();
    expect(await there.links.resetFault(reset, NOW)).toBe('closed');
  });

  it('begins twenty times for a person, and then in place of the longest unused', async () => {
    const first = await begin(personId, null, later(-1_000));
    await many(24, () => begin(personId));
    expect(await here.sessions.ofPerson(personId, NOW)).toHaveLength(20);
    expect(await here.sessions.use(first.token, NOW)).toBeNull();
  });

  it('is known by a token of 256 bits that lies nowhere', async () => {
    const { token, session } = await begin(personId, 'Firefox');
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(await there.sessions.use(token, NOW)).toMatchObject({ id: session.id, personId });
    expect(await atRest('sessions')).not.toContain(token);
    expect(await there.sessions.use(`${token.slice(0, -1)}_`, NOW)).toBeNull();
  });

  it('ends after twelve hours without use, and after thirty days with it', async () => {
    const { token } = await begin(personId);
    expect(await here.sessions.use(token, later(12 * HOUR_MS - 1))).not.toBeNull();
    expect(await here.sessions.use(token, later(24 * HOUR_MS - 2))).not.toBeNull();
    expect(await here.sessions.use(token, later(36 * HOUR_MS - 2))).toBeNull();
    const long = await begin(personId);
    for (let at = 0; at < 30 * DAY_MS; at += 11 * HOUR_MS)
      expect(await here.sessions.use(long.token, later(at))).not.toBeNull();
    expect(await here.sessions.use(long.token, later(30 * DAY_MS))).toBeNull();
  });

  it('that was ended is gone for every process, and does not come back by a use at the same time', async () => {
    const { token, session } = await begin(personId);
    const uses = many(8, (n) => each(n).sessions.use(token, later(2 * 60_000)));
    await here.sessions.end(personId, session.id);
    await uses;
    expect(await there.sessions.use(token, later(3 * 60_000))).toBeNull();
    expect(await there.sessions.ofPerson(personId, NOW)).toEqual([]);
  });

  it('is ended by its own person alone, or all of them', async () => {
    const begun = await many(3, () => begin(personId));
    expect(await here.sessions.end('per_5', begun[0]!.session.id)).toBe(false);
    expect(await here.sessions.end(personId, begun[0]!.session.id)).toBe(true);
    expect(await here.sessions.ofPerson(personId, NOW)).toHaveLength(2);
    await here.sessions.endAll(personId);
    expect(await here.sessions.ofPerson(personId, NOW)).toEqual([]);
  });

  it('begins by no password alone once a second factor is on, however they meet, and ends where that is turned on', async () => {
    const ends = await many(8, async (n) => {
      const fresh = { email: anEmail(), name: 'Ana', password: 'old' };
      const { person } = await here.people.register(fresh, NOW);
      const { session: own } = await begin(person.id, null, NOW, 'old');
      await begin(person.id, null, NOW, 'old');
      const { secret } = (await here.secondFactors.begin(person.id, person.email, NOW))!;
      const code = new TOTP({ secret }).generate({ timestamp: START });
      const proof = { personId: person.id, password: 'old', secondFactor: false };
      const [, codes] = await Promise.all([
        each(n).sessions.begin(proof, null, NOW),
        each(n + 1).secondFactors.confirm(person.id, code, NOW, own.id),
      ]);
      expect(codes).toHaveLength(10);
      expect(await here.sessions.begin(proof, null, NOW)).toBeNull();
      const left = await here.sessions.ofPerson(person.id, NOW);
      return left.map(({ id }) => id === own.id);
    });
    expect(ends).toEqual(Array<boolean[]>(8).fill([true]));
  });
});

describe('a limit', () => {
  const limit = (most: number): Limit => ({ name: `test/${randomUUID()}`, most, withinMs: HOUR_MS });

  it('lets exactly so many through, of twenty at once for each of ten', async () => {
    const limits = Array.from({ length: 10 }, () => limit(5));
    const taken = await many(200, (n) => each(n).limits.take([limits[n % 10]!], START + (n % 7)));
    for (const [which] of limits.entries())
      expect(taken.filter((one, n) => n % 10 === which && 'id' in one)).toHaveLength(5);
  });

  it('is free again when the first is old enough, or one was given back', async () => {
    const narrow = limit(2);
    const first = await here.limits.take([narrow], START);
    await here.limits.take([narrow], START + 10);
    expect(await here.limits.take([narrow], START + 20)).toEqual({ until: START + HOUR_MS });
    expect(await here.limits.take([narrow], START + HOUR_MS)).toHaveProperty('id');
    expect(await here.limits.take([narrow], START + HOUR_MS)).toEqual({ until: START + 10 + HOUR_MS });
    const other = limit(1);
    const taken = await here.limits.take([other], START);
    if ('id' in taken) await there.limits.giveBack(taken);
    expect(await there.limits.take([other], START)).toHaveProperty('id');
    expect(first).toHaveProperty('id');
  });

  it('takes nothing where a later one refuses, and begins anew when it is cleared', async () => {
    const [wide, narrow] = [limit(2), limit(1)];
    expect(await here.limits.take([wide, narrow], START)).toHaveProperty('id');
    for (let n = 0; n < 3; n += 1)
      expect(await here.limits.take([wide, narrow], START)).toHaveProperty('until');
    expect(await there.limits.take([wide], START)).toHaveProperty('id');
    expect(await there.limits.take([wide], START)).toHaveProperty('until');
    await here.limits.clear([wide, narrow]);
    expect(await there.limits.take([wide, narrow], START)).toHaveProperty('id');
  });

  it('keeps what it counts under a name that tells nobody', async () => {
    const name = `sign-in/email/${anEmail()}`;
    await here.limits.take([{ name, most: 1, withinMs: HOUR_MS }], START);
    expect(await atRest('limits')).not.toContain('example.com');
  });
});

describe('keys', () => {
  const about = { label: 'Caixa', scope: 'till' as const, createdBy: null };

  it('are fifty at most, of sixty made at once', async () => {
    const merchantId = await aMerchant();
    const made = await many(60, (n) => each(n).merchants.issueKey(merchantId, about, NOW));
    expect(made.filter((one) => one !== null)).toHaveLength(50);
    expect(await there.merchants.keys(merchantId)).toHaveLength(50);
  });

  it('are shown by how they begin, and open nothing anywhere once revoked', async () => {
    const merchantId = await aMerchant();
    const { apiKey, key } = (await here.merchants.issueKey(merchantId, about, NOW))!;
    expect(key).toMatchObject({ ...about, prefix: apiKey.slice(0, 7), usedAt: null });
    expect(await there.merchants.callerOf(apiKey, NOW)).toEqual({
      caller: { merchantId, actor: { kind: 'key', keyId: key.id, label: 'Caixa', scope: 'till' } },
      suspended: false,
    });
    expect(await here.merchants.keys(merchantId)).toMatchObject([{ id: key.id, usedAt: NOW }]);
    expect(await here.merchants.revokeKey('mer_other', key.id, installation)).toBeNull();
    const revoked = await many(3, (n) => each(n).merchants.revokeKey(merchantId, key.id, installation));
    expect(revoked.filter((one) => one !== null)).toHaveLength(1);
    expect(await there.merchants.callerOf(apiKey, NOW)).toBeNull();
    expect(await here.merchants.keys(merchantId)).toEqual([]);
    expect(await atRest('api_keys')).not.toContain(apiKey);
  });

  it('that may not do everything are found by no former version, and as before where one has kept them', async () => {
    const merchantId = await aMerchant();
    for (const scope of ['full', 'till', 'read'] as const) {
      const apiKey = await here.merchants.createKey(merchantId, 'x', NOW, scope);
      const formerly = await mongo
        .of(apiKeyModel)
        .findOne({ _id: digest(apiKey) })
        .lean();
      expect(formerly?.scope).toBe(scope === 'full' ? 'full' : undefined);
      const caller = { actor: { scope } };
      expect(await there.merchants.callerOf(apiKey, NOW)).toMatchObject({ caller });
      if (formerly) continue;
      const [kept] = await mongo.of(apiKeyModel).find({ merchantId, scope }).lean();
      await mongo.of(apiKeyModel).deleteOne({ _id: kept!._id });
      await mongo.of(apiKeyModel).insertMany([{ ...kept!, _id: digest(apiKey) }], { lean: true });
      expect(await there.merchants.callerOf(apiKey, NOW)).toMatchObject({ caller });
    }
  });

  it('of a suspended merchant say so at once, in a process that knows them', async () => {
    const merchantId = await aMerchant();
    const apiKey = await here.merchants.createKey(merchantId, 'x', NOW);
    expect(await there.merchants.callerOf(apiKey, NOW)).toMatchObject({ suspended: false });
    expect(await here.merchants.suspend(merchantId, NOW)).toBe(true);
    expect(await there.merchants.callerOf(apiKey, NOW)).toMatchObject({ suspended: true });
    expect(await here.merchants.suspend(merchantId, null)).toBe(true);
    expect(await there.merchants.callerOf(apiKey, NOW)).toMatchObject({ suspended: false });
    expect(await here.merchants.suspend('mer_nobody', NOW)).toBe(false);
  });

  it('that were made before there were scopes go on as they were', async () => {
    const merchantId = await aMerchant();
    const apiKey = await here.merchants.createKey(merchantId, 'x', NOW);
    await mongo.connection
      .db!.collection('api_keys')
      .updateOne({ merchantId }, { $set: { role: 'owner' }, $unset: { scope: 1, prefix: 1 } });
    const found = await there.merchants.callerOf(apiKey, NOW);
    expect(found?.caller.actor).toMatchObject({ kind: 'key', scope: 'full' });
    expect(await there.merchants.keys(merchantId)).toMatchObject([{ prefix: null, scope: 'full' }]);
  });
});
