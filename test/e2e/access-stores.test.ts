import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOTP } from 'otpauth';
import { closeResets, createLinks, useLink } from '../../src/store/access/links';
import { connectMongo } from '../../src/store/mongo';
import type { Mongo } from '../../src/store/mongo';
import { ShopTakenError } from '../../src/store';
import type { AuditLine, IssuedLink, ShopFields, Store } from '../../src/store';
import { testMongoUri } from './engines';
import { openMigratedStore } from './migrated-store';

const HOUR_MS = 3_600_000;
const KEY = Buffer.alloc(32, 7);
const NOW = new Date('2026-11-29T12:00:00.000Z');
const later = (ms: number): Date => new Date(NOW.getTime() + ms);
const MONGO = testMongoUri();
const merchantId = `mer_${randomUUID()}`;
let store: Store;
let mongo: Mongo;

beforeAll(async () => {
  store = await openMigratedStore({ uri: MONGO, encryptionKey: KEY });
  mongo = await connectMongo(MONGO, KEY);
});
afterAll(async () => {
  await mongo.connection.close();
  await store.close();
});

/** Everything that lies in a collection, as text. */
async function atRest(collection: string): Promise<string> {
  return JSON.stringify(await mongo.connection.db!.collection(collection).find().toArray());
}

describe('a link', () => {
  const offer = { name: 'Bia', role: 'staff' as const, storeIds: ['str_1'], invitedBy: null };
  const installation = { by: null, now: NOW };
  const invite = async (email = `${randomUUID()}@example.com`, change: object = {}): Promise<IssuedLink> => {
    const issued = await store.links.invite({ merchantId, email, ...offer, ...change }, NOW);
    if (issued === 'already_member') throw new Error('Nobody was invited.');
    return issued;
  };

  it('is used by one of many who use it at once, and by nobody after', async () => {
    const { token } = await invite();
    const use = (n: number): ReturnType<typeof useLink<number>> =>
      useLink(mongo, { kind: 'invitation', token }, later(1_000), () => Promise.resolve(n));
    const outcomes = await Promise.all(Array.from({ length: 12 }, (_, n) => use(n)));
    expect(outcomes.filter((outcome) => 'done' in outcome)).toHaveLength(1);
    expect(outcomes.filter((outcome) => 'fault' in outcome && outcome.fault === 'closed')).toHaveLength(11);
    expect(await use(0)).toEqual({ fault: 'closed' });
    expect(await store.links.invitation(token, NOW)).toBe('closed');
  });

  it('stays usable where what it was used for came to nothing', async () => {
    const { token } = await invite();
    const link = { kind: 'invitation' as const, token };
    await expect(useLink(mongo, link, NOW, () => Promise.reject(new Error('refused')))).rejects.toThrow(
      'refused',
    );
    expect(await useLink(mongo, link, NOW, (used) => Promise.resolve(used.offer?.role))).toEqual({
      done: 'staff',
    });
  });

  it('can be used for 72 hours as an invitation, for one as a reset, and as nothing else', async () => {
    const invitation = await invite();
    expect(await store.links.invitation(invitation.token, later(72 * HOUR_MS - 1))).toMatchObject({
      id: invitation.id,
      merchantId,
      ...offer,
    });
    expect(await store.links.invitation(invitation.token, later(72 * HOUR_MS))).toBe('expired');
    const reset = await store.links.requestReset('per_2', NOW);
    const use = (
      kind: 'invitation' | 'password_reset',
      at: Date,
    ): ReturnType<typeof useLink<string | null>> =>
      useLink(mongo, { kind, token: reset.token }, at, ({ personId }) => Promise.resolve(personId));
    expect(await use('password_reset', later(HOUR_MS))).toEqual({ fault: 'expired' });
    expect(await use('invitation', NOW)).toEqual({ fault: 'unknown' });
    expect(await use('password_reset', later(HOUR_MS - 1))).toEqual({ done: 'per_2' });
    expect(await store.links.invitation(randomUUID(), NOW)).toBe('unknown');
    const another = await store.links.requestReset('per_2', NOW);
    const nobodys = await store.links.requestReset(null, NOW);
    expect(await store.links.resetFault(another.token, NOW)).toBeNull();
    expect(await store.links.resetFault(another.token, later(HOUR_MS))).toBe('expired');
    expect(await store.links.resetFault(reset.token, NOW)).toBe('closed');
    for (const token of [nobodys.token, invitation.token])
      expect(await store.links.resetFault(token, NOW)).toBe('unknown');
  });

  it('is replaced by the next to the same address, and withdrawn by its id in its own account', async () => {
    const email = `${randomUUID()}@example.com`;
    const first = await invite(email);
    const second = await invite(email);
    expect(await store.links.invitation(first.token, NOW)).toBe('closed');
    expect((await store.links.invitations(merchantId, NOW)).map(({ id }) => id)).toContain(second.id);
    expect(await store.links.withdraw('mer_other', second.id, installation)).toBeNull();
    expect(await store.links.withdraw(merchantId, second.id, installation)).toMatchObject({ email });
    expect(await store.links.withdraw(merchantId, second.id, installation)).toBeNull();
    expect(await store.links.invitation(second.token, NOW)).toBe('closed');
    expect(await store.links.invitations(merchantId, later(100 * HOUR_MS))).toEqual([]);
  });

  it('opens nothing any more when who issued it, or whom it is to, has lost what they were', async () => {
    for (const end of ['demoted', 'removed'] as const) {
      const mine = (await store.merchants.create('Loja', NOW)).merchantId;
      const email = `${randomUUID()}@example.com`;
      const { person } = await store.people.register({ email, name: 'Ana', password: null }, NOW);
      const issue = (to: string, invitedBy: string | null): Promise<string> =>
        invite(to, { merchantId: mine, invitedBy }).then(({ token }) => token);
      const before = await issue(email, null);
      await store.people.join({ merchantId: mine, personId: person.id, role: 'owner', storeIds: null }, NOW);
      const second = await store.people.register(
        { email: `${randomUUID()}@example.com`, name: 'Bia', password: null },
        NOW,
      );
      const other = { merchantId: mine, personId: second.person.id, role: 'owner' as const, storeIds: null };
      await store.people.join(other, NOW);
      const issued = await issue(`${randomUUID()}@example.com`, person.id);
      const others = await issue(`${randomUUID()}@example.com`, second.person.id);
      if (end === 'demoted') await store.people.change(mine, person.id, { role: 'staff' }, installation);
      else await store.people.leave(mine, person.id, installation);
      for (const token of [before, issued]) expect(await store.links.invitation(token, NOW)).toBe('closed');
      expect(await store.links.invitation(others, NOW)).toHaveProperty('id');
    }
  });

  it('is the last to its address when it is accepted, also where another is issued at the same moment', async () => {
    for (let round = 0; round < 4; round += 1) {
      const email = `${randomUUID()}@example.com`;
      const { token } = await invite(email);
      const [accepted, issued] = await Promise.all([
        store.links.accept(token, { name: 'Bia', password: 'x' }, NOW),
        store.links.invite({ merchantId, email, ...offer }, NOW),
      ]);
      const open = (await store.links.invitations(merchantId, NOW)).filter((one) => one.email === email);
      // Either it came first and nobody is invited again, or it was replaced and cannot be accepted.
      expect(open).toHaveLength(accepted === 'closed' ? 1 : 0);
      expect(issued === 'already_member').toBe(accepted !== 'closed');
    }
  });

  it('that was sent alone frees the address of a second factor that somebody else may have turned on', async () => {
    const invited = await invite();
    const joined = await store.links.accept(invited.token, { name: 'Bia', password: 'x' }, NOW);
    if (typeof joined === 'string') throw new Error(`The invitation was ${joined}.`);
    const { personId } = joined;
    const secured = async (): Promise<void> => {
      const { secret } = (await store.secondFactors.begin(personId, 'bia@example.com', NOW))!;
      await store.secondFactors.confirm(personId, new TOTP({ secret }).generate(), new Date());
    };
    const reset = async (to?: 'shown'): Promise<unknown> => {
      const { token } = await store.links.requestReset(personId, NOW, to);
      return store.links.resetPassword(token, 'y', NOW);
    };
    await secured();
    expect(await reset('shown')).toMatchObject({ personId, freed: false });
    expect(await store.secondFactors.isOn(personId)).toBe(true);
    expect(await reset()).toMatchObject({ personId, freed: true });
    expect(await store.secondFactors.isOn(personId)).toBe(false);
    await secured();
    expect(await reset()).toMatchObject({ personId, freed: false });
    expect(await store.secondFactors.isOn(personId)).toBe(true);
  });

  it('closes with the other resets of the same person', async () => {
    const [one, other] = [
      await store.links.requestReset('per_3', NOW),
      await store.links.requestReset('per_3', NOW),
    ];
    const reset = (token: string): ReturnType<typeof useLink<void>> =>
      useLink(mongo, { kind: 'password_reset', token }, NOW, (_, session) =>
        closeResets(mongo, 'per_3', NOW, session),
      );
    expect(await reset(one.token)).toEqual({ done: undefined });
    expect(await reset(other.token)).toEqual({ fault: 'closed' });
  });

  it('lies in the database without what would open it', async () => {
    const { token } = await createLinks(mongo).requestReset(null, NOW);
    expect(await atRest('access_links')).not.toContain(token);
  });
});

describe('a second factor', () => {
  const codeOf = (secret: string, at: Date): string =>
    new TOTP({ secret, digits: 6 }).generate({ timestamp: at.getTime() });

  it('counts from its first code on; each code and each recovery code serves once, whoever comes first', async () => {
    const personId = `per_${randomUUID()}`;
    const { secret, uri } = (await store.secondFactors.begin(personId, 'ana@example.com', NOW))!;
    expect(uri).toContain(secret);
    expect(await store.secondFactors.use(personId, codeOf(secret, NOW), NOW)).toBe('off');
    expect(await store.secondFactors.confirm(personId, '000000', NOW)).toBeNull();
    const recovery = (await store.secondFactors.confirm(personId, codeOf(secret, NOW), NOW))!;
    expect(new Set(recovery).size).toBe(10);
    expect(await store.secondFactors.isOn(personId)).toBe(true);
    expect(await store.secondFactors.on([personId, 'per_other'])).toEqual(new Set([personId]));
    expect(await store.secondFactors.begin(personId, 'ana@example.com', NOW)).toBeNull();

    expect(await store.secondFactors.use(personId, codeOf(secret, NOW), NOW)).toBe('wrong');
    const at = later(30_000);
    const racing = await Promise.all(
      Array.from({ length: 8 }, () => store.secondFactors.use(personId, codeOf(secret, at), at)),
    );
    expect(racing.filter((verdict) => verdict === 'right')).toHaveLength(1);
    expect(await store.secondFactors.use(personId, codeOf(secret, NOW), at)).toBe('wrong');
    const again = later(60_000);
    const code = codeOf(secret, again);
    expect(await store.secondFactors.use(personId, `${code.slice(0, 3)} ${code.slice(3)}`, again)).toBe(
      'right',
    );

    const [lost] = recovery;
    const lostAtOnce = await Promise.all(
      Array.from({ length: 8 }, () => store.secondFactors.use(personId, lost!.toUpperCase(), again)),
    );
    expect(lostAtOnce.filter((verdict) => verdict === 'right')).toHaveLength(1);
    expect(await store.secondFactors.use(personId, recovery[1]!.replace('-', ' '), again)).toBe('right');

    const kept = await atRest('second_factors');
    for (const clear of [secret, ...recovery, ...recovery.map((one) => one.replace('-', ''))])
      expect(kept).not.toContain(clear);
    await store.secondFactors.remove(personId);
    expect(await store.secondFactors.isOn(personId)).toBe(false);
  });

  it('that was begun again is another, by whose code alone it is turned on', async () => {
    const personId = `per_${randomUUID()}`;
    const begun = await Promise.all(
      Array.from({ length: 4 }, () => store.secondFactors.begin(personId, 'a@example.com', NOW)),
    );
    const secrets = begun.map((one) => one!.secret);
    expect(new Set(secrets).size).toBe(4);
    const confirmed = [];
    for (const secret of secrets)
      confirmed.push(await store.secondFactors.confirm(personId, codeOf(secret, NOW), NOW));
    expect(confirmed.filter((codes) => codes !== null)).toHaveLength(1);
  });
});

describe('a store of a merchant', () => {
  const fields = {
    name: 'Centro',
    zone: 'America/Sao_Paulo',
    channels: ['205'],
    documents: ['11222333000181'],
  };

  it('has a name, channels and documents that no other has, whoever comes first', async () => {
    const mine = `mer_${randomUUID()}`;
    const made = await Promise.allSettled(
      Array.from({ length: 6 }, (_, n) =>
        store.shops.create(mine, { ...fields, name: `Loja ${n}`, documents: [] }, NOW),
      ),
    );
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of made)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ field: 'channels' });
    const [first] = await store.shops.list(mine);
    const other = (await store.shops.create(mine, { ...fields, name: 'Praça', channels: [] }, NOW))!;
    const changes: [string, Partial<ShopFields>][] = [
      ['name', { name: first!.name.toUpperCase() }],
      ['channels', { channels: ['9', '205'] }],
    ];
    for (const [field, change] of changes)
      await expect(store.shops.change(mine, other.id, change)).rejects.toMatchObject({ field });
    await expect(
      store.shops.create(mine, { ...fields, name: 'PRACA', channels: [], documents: [] }, NOW),
    ).rejects.toBeInstanceOf(ShopTakenError);
    expect(await store.shops.create(`mer_${randomUUID()}`, fields, NOW)).toMatchObject(fields);
  });

  it('is changed in the fields that are given, and known in its own account alone', async () => {
    const mine = `mer_${randomUUID()}`;
    const shop = (await store.shops.create(mine, fields, NOW))!;
    const changes = [{ name: 'Sul' }, { zone: 'America/Manaus' }, { channels: [] }];
    await Promise.all(changes.map((change) => store.shops.change(mine, shop.id, change)));
    const changed = { ...shop, name: 'Sul', zone: 'America/Manaus', channels: [] };
    expect(await store.shops.get(mine, shop.id)).toEqual(changed);
    expect(await store.shops.change(mine, shop.id, { name: 'Norte' })).toEqual({
      before: changed,
      after: { ...changed, name: 'Norte' },
    });
    expect(await store.shops.get(merchantId, shop.id)).toBeNull();
    expect(await store.shops.change(merchantId, shop.id, { name: 'X' })).toBeNull();
  });
});

describe('the audit', () => {
  it('keeps each act in a line that says once how it ended, in pages that nothing falls out of', async () => {
    const mine = `mer_${randomUUID()}`;
    const act = {
      merchantId: mine,
      actor: { kind: 'person' as const, id: 'per_1' },
      address: '203.0.113.7',
      requestId: 'req-1',
      act: 'program.publish',
    };
    const id = await store.audit.begin({ ...act, at: NOW });
    expect(await store.audit.list(mine, { limit: 10 })).toMatchObject([{ id, outcome: null, after: null }]);
    await store.audit.end(mine, id, { outcome: 'done', change: { after: { version: 2 } } });
    await store.audit.end(mine, id, { outcome: 'internal_error', change: { after: { version: 9 } } });
    expect(await store.audit.list(mine, { limit: 10 })).toEqual([
      { id, ...act, at: NOW, outcome: 'done', subject: null, before: null, after: { version: 2 } },
    ]);
    // Many within one millisecond.
    for (let n = 0; n < 6; n += 1)
      await store.audit.record({ ...act, at: NOW }, { outcome: 'forbidden', change: {} });
    const seen: AuditLine[] = [];
    for (let place = {}; ;) {
      const page = await store.audit.list(mine, { limit: 2, ...place });
      seen.push(...page);
      const last = page.at(-1);
      if (!last || page.length < 2) break;
      place = { before: last.at, beforeId: last.id };
      await store.audit.record({ ...act, at: later(1_000) }, { outcome: 'done', change: {} });
    }
    expect(new Set(seen.map((line) => line.id)).size).toBe(7);
    expect(seen).toHaveLength(7);
    expect(await store.audit.list('mer_other', { limit: 10 })).toEqual([]);
  });
});
