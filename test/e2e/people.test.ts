import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOTP } from 'otpauth';
import { hashPassword, NotAnOwnerError } from '../../src/store';
import { runMerchantCommand } from '../../tools/merchants';
import { openHouse } from './house';
import type { House } from './house';
import { until } from './until';

const PASSWORD = 'uma senha bem longa';
const NOW = new Date();
const installation = { by: null, now: NOW };
const anEmail = (): string => `${randomUUID()}@example.com`;

let house: House;
beforeAll(async () => {
  house = await openHouse({ worker: false, program: null });
});
afterAll(() => house.close());

/** A browser: what it is told to keep, it brings. */
class Browser {
  private cookie = '';

  async send<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: T }> {
    const response = await fetch(house.url + path, {
      method,
      headers: {
        origin: house.config.publicUrl,
        cookie: this.cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const [kept] = response.headers.getSetCookie();
    if (kept !== undefined) this.cookie = kept.split(';', 1)[0]!;
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
  }
}

let people = 0;
/** Somebody who owns the house's merchant, signed in. */
async function anOwner(): Promise<{ browser: Browser; personId: string; email: string }> {
  people += 1;
  const { store, tenant } = house;
  const email = `dono-${people}@loja.com.br`;
  const now = new Date();
  const fresh = { email, name: `Dono ${people}`, password: await hashPassword(PASSWORD) };
  const { person } = await store.people.register(fresh, now);
  await store.people.join(
    { merchantId: tenant.merchantId, personId: person.id, role: 'owner', storeIds: null },
    now,
  );
  const browser = new Browser();
  expect((await browser.send('POST', '/v1/session', { email, password: PASSWORD })).status).toBe(201);
  return { browser, personId: person.id, email };
}

const tokenIn = (link: string): string => new URL(link).hash.slice('#token='.length);
const mailTo = async (address: string, subject: string): Promise<string> => {
  let text = '';
  await until(`"${subject}" to reach ${address}`, () => {
    const found = house.simulator.mail
      .messages(address)
      .find((mail) => JSON.stringify(mail).includes(subject));
    text = found === undefined ? '' : JSON.stringify(found);
    return Promise.resolve(found !== undefined);
  });
  return text;
};

describe('people on the real wire', () => {
  it('come by invitation: the link arrives by e-mail, and of many who accept it at once one does', async () => {
    const { browser } = await anOwner();
    const email = 'bia@loja.com.br';
    const invited = await browser.send<{ link: string; mail: string }>('POST', '/v1/people', {
      ...{ email, name: 'Bia', role: 'staff' },
    });
    expect(invited).toMatchObject({ status: 201, body: { mail: 'sent' } });
    const token = tokenIn(invited.body.link);
    expect(await mailTo(email, 'Convite para o Retorno')).toContain(token);
    const accept = { token, name: 'Bia', password: PASSWORD };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => new Browser().send('POST', '/v1/invitations/accept', accept)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const { body } = await browser.send<{ data: { email: string }[] }>('GET', '/v1/people');
    expect(body.data.filter((one) => one.email === email)).toHaveLength(1);
  });

  it('leave the last owner where they are, also when two owners remove each other at once', async () => {
    const { store } = house;
    for (let round = 0; round < 5; round += 1) {
      const { merchantId } = await store.merchants.create(`Loja ${round}`, new Date());
      const both = [await anOwner(), await anOwner()];
      for (const { personId } of both)
        await store.people.join({ merchantId, personId, role: 'owner', storeIds: null }, new Date());
      const [one, other] = both.map(({ personId }) => personId);
      const outcomes = await Promise.all([
        store.people.leave(merchantId, one!, { by: null, now: new Date() }),
        store.people.change(merchantId, other!, { role: 'staff' }, { by: null, now: new Date() }),
      ]);
      expect(outcomes.filter((outcome) => outcome === 'last_owner')).toHaveLength(1);
      const owners = (await store.people.members(merchantId)).filter(({ role }) => role === 'owner');
      expect(owners).toHaveLength(1);
    }
  });

  it('are changed in the fields that are given, so that who is bound to stores meanwhile stays demoted', async () => {
    const { store } = house;
    const merchantId = (await store.merchants.create('Loja', NOW)).merchantId;
    const { person } = await store.people.register({ email: anEmail(), name: 'Ana', password: null }, NOW);
    const was = { merchantId, personId: person.id, role: 'manager' as const, storeIds: null };
    await store.people.join(was, NOW);
    const bound = { storeIds: ['str_1'] };
    expect(await store.people.change(merchantId, person.id, bound, installation)).toBe('stores_bind_staff');
    await Promise.all([
      store.people.change(merchantId, person.id, { role: 'staff' }, installation),
      store.people.change(merchantId, person.id, { storeIds: null }, installation),
    ]);
    const staff = { ...was, role: 'staff' };
    expect(await store.people.change(merchantId, person.id, bound, installation)).toEqual({
      before: staff,
      after: { ...staff, ...bound },
    });
    expect(await store.people.change(merchantId, person.id, { role: 'owner' }, installation)).toMatchObject({
      after: { role: 'owner', storeIds: null },
    });
  });

  it('and keys are changed by who is an owner when it is written, also where two owners demote each other', async () => {
    const { store } = house;
    for (let round = 0; round < 4; round += 1) {
      const merchantId = (await store.merchants.create('Loja', NOW)).merchantId;
      const [one, other] = await Promise.all(
        [1, 2].map(async () => {
          const { person } = await store.people.register(
            { email: anEmail(), name: 'Ana', password: null },
            NOW,
          );
          await store.people.join({ merchantId, personId: person.id, role: 'owner', storeIds: null }, NOW);
          return person.id;
        }),
      );
      const demote = (by: string, whom: string): Promise<unknown> =>
        store.people.change(merchantId, whom, { role: 'manager' }, { by, now: NOW });
      const ended = await Promise.allSettled([demote(one!, other!), demote(other!, one!)]);
      expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const demoted = ended[0].status === 'fulfilled' ? other! : one!;
      const deed = { by: demoted, now: NOW };
      const offer = { merchantId, email: anEmail(), name: '', role: 'owner' as const, storeIds: null };
      for (const refused of [
        () => store.people.change(merchantId, demoted, { role: 'owner' }, deed),
        () => store.people.leave(merchantId, one!, deed),
        () => store.links.invite({ ...offer, invitedBy: demoted }, NOW),
        () => store.links.withdraw(merchantId, 'inv_x', deed),
        () => store.merchants.issueKey(merchantId, { label: 'x', scope: 'full', createdBy: demoted }, NOW),
        () => store.merchants.revokeKey(merchantId, 'x', deed),
      ])
        await expect(refused()).rejects.toBeInstanceOf(NotAnOwnerError);
    }
  });

  it('choose another password by a link, which ends every session', async () => {
    const { browser, email } = await anOwner();
    expect((await new Browser().send('POST', '/v1/password-resets', { email })).status).toBe(204);
    const mail = await mailTo(email, 'Nova senha para o Retorno');
    const token = /senha#token=([\w-]+)/.exec(mail)![1]!;
    const other = 'outra senha bem longa';
    const resets = await Promise.all(
      Array.from({ length: 4 }, () =>
        new Browser().send('POST', '/v1/password-resets/complete', { token, password: other }),
      ),
    );
    expect(resets.filter(({ status }) => status === 204)).toHaveLength(1);
    expect((await browser.send('GET', '/v1/session')).status).toBe(401);
    const again = new Browser();
    expect((await again.send('POST', '/v1/session', { email, password: PASSWORD })).status).toBe(401);
    expect((await again.send('POST', '/v1/session', { email, password: other })).status).toBe(201);
  });

  it('sign in with a code once they have a second factor, and with the same code once', async () => {
    const { browser, email } = await anOwner();
    const { body } = await browser.send<{ secret: string }>('POST', '/v1/second-factor');
    const codeIn = (seconds: number): string =>
      new TOTP({ secret: body.secret }).generate({ timestamp: Date.now() + seconds * 1_000 });
    const confirmed = await browser.send<{ recoveryCodes: string[] }>('POST', '/v1/second-factor/confirm', {
      password: PASSWORD,
      code: codeIn(0),
    });
    expect(confirmed.status).toBe(200);
    const signIn = (code?: string): Promise<{ status: number; body: Record<string, unknown> }> =>
      new Browser().send('POST', '/v1/session', { email, password: PASSWORD, ...(code && { code }) });
    expect(await signIn()).toMatchObject({ status: 401, body: { code: 'second_factor_required' } });
    const next = codeIn(30);
    const racing = await Promise.all([signIn(next), signIn(next), signIn(next)]);
    expect(racing.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await signIn(confirmed.body.recoveryCodes[0])).status).toBe(201);
    expect(await signIn(confirmed.body.recoveryCodes[0])).toMatchObject({
      body: { code: 'second_factor_wrong' },
    });
  });

  it('are in the audit with all they did, and their names are not kept there', async () => {
    const { browser, personId } = await anOwner();
    const made = await browser.send<{ id: string }>('POST', '/v1/keys', { label: 'Caixa', scope: 'till' });
    await browser.send('DELETE', `/v1/keys/${made.body.id}`);
    await browser.send('POST', '/v1/stores', { name: 'Centro' });
    await browser.send('PATCH', '/v1/settings', { requireSecondFactorForOwners: false });
    const { body } = await browser.send<{ data: Record<string, unknown>[] }>('GET', '/v1/audit?limit=4');
    expect(body.data.map(({ act, outcome, actor }) => ({ act, outcome, actor }))).toEqual(
      ['settings.change', 'store.create', 'key.revoke', 'key.create'].map((act) => ({
        ...{ act, outcome: 'done', actor: { kind: 'person', id: personId, name: `Dono ${people}` } },
      })),
    );
    const kept = await house.store.audit.list(house.tenant.merchantId, { limit: 100 });
    expect(JSON.stringify(kept)).not.toMatch(/Dono|@loja|Caixa"/);
  });
});

describe('npm run merchant', () => {
  const run = (...words: string[]): Promise<string[]> =>
    runMerchantCommand({ store: house.store, config: house.config }, words);

  it('makes a merchant with an owner, suspends it and lets it go on; the audit says who did', async () => {
    const [first, , link] = await run('create', 'Loja da Carla', 'carla@loja.com.br');
    const merchantId = /mer_\w+/.exec(first!)![0];
    const carla = new Browser();
    const accept = { token: tokenIn(link!.trim()), name: 'Carla', password: PASSWORD };
    expect(await carla.send('POST', '/v1/invitations/accept', accept)).toMatchObject({
      status: 201,
      body: { merchants: [{ id: merchantId, name: 'Loja da Carla', role: 'owner' }] },
    });
    expect((await carla.send('GET', '/v1/stores')).status).toBe(200);
    await run('suspend', merchantId);
    expect(await carla.send('GET', '/v1/stores')).toMatchObject({ body: { code: 'merchant_suspended' } });
    expect((await run('list')).find((line) => line.includes(merchantId))).toContain('suspended since');
    await run('resume', merchantId);
    expect((await carla.send('GET', '/v1/stores')).status).toBe(200);
    const { body } = await carla.send<{ data: { act: string; actor: { kind: string } }[] }>(
      'GET',
      '/v1/audit',
    );
    expect(body.data.map(({ act, actor }) => `${actor.kind} ${act}`)).toEqual([
      ...['installation merchant.resume', 'installation merchant.suspend', 'person people.join'],
      ...['installation people.invite', 'installation merchant.create'],
    ]);
  });

  it('lets in again who has lost a password or a second factor, and the audit of their merchants says so', async () => {
    const { browser, personId, email } = await anOwner();
    const { secret } = (await browser.send<{ secret: string }>('POST', '/v1/second-factor')).body;
    const code = new TOTP({ secret }).generate();
    const proof = { password: PASSWORD, code };
    expect((await browser.send('POST', '/v1/second-factor/confirm', proof)).status).toBe(200);
    const [, link] = await run('reset', email.toUpperCase());
    const password = 'outra senha bem longa';
    const chosen = { token: tokenIn(link!.trim()), password };
    expect((await browser.send('POST', '/v1/password-resets/complete', chosen)).status).toBe(204);
    const again = new Browser();
    expect(await again.send('POST', '/v1/session', { email, password })).toMatchObject({
      body: { code: 'second_factor_required' },
    });
    await run('reset-second-factor', email);
    expect((await again.send('POST', '/v1/session', { email, password })).status).toBe(201);
    expect(await run('reset-second-factor', email)).toEqual([`${email} has no second factor.`]);
    const { body } = await again.send<{ data: object[] }>('GET', '/v1/audit');
    const subject = { kind: 'person', id: personId };
    expect(body.data.slice(0, 4)).toMatchObject([
      { act: 'people.reset_second_factor', actor: { kind: 'installation' }, subject },
      { act: 'own.password_by_link', actor: subject, subject },
      { act: 'people.reset_password', actor: { kind: 'installation' }, subject },
      { act: 'own.second_factor_on', actor: subject, subject },
    ]);
  });

  it('refuses what it does not know', async () => {
    for (const words of [
      [],
      ['make'],
      ['create', 'Loja'],
      ['suspend', 'mer_unknown'],
      ['create', 'Loja', 'x'],
      ['reset', 'ninguem@loja.com.br'],
      ['reset-second-factor'],
    ])
      await expect(run(...words)).rejects.toMatchObject({ code: 'merchant_command' });
  });
});
