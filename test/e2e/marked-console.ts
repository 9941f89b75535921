import { expect } from '@jest/globals';
import { cpf } from 'cpf-cnpj-validator';
import { hashPassword, linkTokens } from '../../src/store';
import type { House } from './house';
import type { Planted } from './planted';

/** What there is to look at and to try a program on. */
export interface Shown {
  customerId: string;
  otherId: string;
  saleId: string;
  /** A program with marks in it. */
  program: object;
}

type Call = <T>(method: string, path: string, body: unknown, expected: number) => Promise<T>;

/** Everything that people type into the console, and what they only look at there: marked, as somebody who has signed in. */
export async function plantInConsole(house: House, planted: Planted, shown: Shown): Promise<void> {
  const call = await signedIn(house, planted);
  await people(call, planted);
  await ownWayIn(call, planted);
  await merchant(call, planted);
  await customers(call, planted, shown);
  await contacts(call, planted);
  await looks(call, planted, shown);
  await call('DELETE', '/v1/session', undefined, 204);
}

/** The calls of an owner, who first is refused for what was mistyped. */
async function signedIn(house: House, planted: Planted): Promise<Call> {
  const { store, tenant, url } = house;
  let cookie = '';
  const call: Call = async <T>(method: string, path: string, body: unknown, expected: number) => {
    planted.sent(method, path, body);
    const headers = {
      ...{ origin: house.config.publicUrl, cookie, 'idempotency-key': planted.mark() },
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(url + path, { method, headers, redirect: 'manual', ...sent });
    const text = await answer.text();
    expect([method, path, answer.status, answer.status === expected ? '' : text]).toEqual(
      [method, path, expected, ''], // what is wrong is shown
    );
    cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? cookie;
    return (text.startsWith('{') ? JSON.parse(text) : null) as T;
  };
  const [email, password] = [address(planted), `senha ${planted.mark()}`];
  const fresh = { email, name: planted.mark(), password: await hashPassword(password) };
  const { person } = await store.people.register(fresh, new Date());
  const owner = { merchantId: tenant.merchantId, personId: person.id, role: 'owner' as const };
  await store.people.join({ ...owner, storeIds: null }, new Date());
  const mistyped = { email: address(planted), password: planted.mark(), code: planted.mark() };
  await call('POST', '/v1/session', mistyped, 401);
  await call('POST', '/v1/session', { email, password }, 201);
  planted.plant(cookie.split('=')[1]!);
  await call('POST', '/v1/password-resets', { email }, 204);
  return call;
}

/** The people of the ERP, who are marked already: nothing of them is in a run. */
async function contacts(call: Call, planted: Planted): Promise<void> {
  const { data } = await call<{ data: { id: string }[] }>('GET', '/v1/connections', undefined, 200);
  const path = `/v1/connections/${data[0]!.id}/imports`;
  await call('POST', `${path}?history=${planted.mark()}`, undefined, 422);
  const { id } = await call<{ id: string }>('POST', `${path}?history=P12M`, undefined, 201);
  for (const what of ['pause', 'resume', 'cancel'])
    await call('POST', `/v1/imports/${id}/${what}`, undefined, 200);
  await call('GET', `/v1/imports/${id}`, undefined, 200);
}

async function people(call: Call, planted: Planted): Promise<void> {
  const mark = (): string => planted.mark();
  const invited = { email: address(planted), name: mark(), role: 'staff' };
  await call('POST', '/v1/people', { ...invited, storeIds: [mark()] }, 422);
  const { link } = await call<{ link: string }>('POST', '/v1/people', invited, 201);
  const token = planted.plant(new URL(link).hash.slice('#token='.length));
  await call('POST', '/v1/invitations/look', { token }, 200);
  const accepted = { token, name: mark(), password: `senha ${mark()}` };
  await call('POST', '/v1/invitations/accept', { ...accepted, token: mark(), code: mark() }, 404);
  const { data } = await call<{ data: { id: string; role: string }[] }>('GET', '/v1/people', undefined, 200);
  await call('PATCH', `/v1/people/${data[0]!.id}`, { storeIds: [mark()] }, 422);
  await call('DELETE', `/v1/people/${mark()}`, undefined, 404);
  const reset = { token: mark(), password: `senha ${mark()}` };
  await call('POST', '/v1/password-resets/complete', reset, 404);
}

async function ownWayIn(call: Call, planted: Planted): Promise<void> {
  await call('GET', '/v1/session', undefined, 200);
  await call('GET', '/v1/sessions', undefined, 200);
  await call('DELETE', `/v1/sessions/${planted.mark()}`, undefined, 404);
  const { secret } = await call<{ secret: string }>('POST', '/v1/second-factor', undefined, 201);
  planted.plant(secret);
  await call('POST', '/v1/second-factor/confirm', { password: planted.mark(), code: planted.mark() }, 422);
  const chosen = { password: planted.mark(), newPassword: `senha ${planted.mark()}` };
  await call('POST', '/v1/password', chosen, 422);
  await call('POST', '/v1/second-factor/remove', { password: planted.mark(), code: planted.mark() }, 422);
}

async function merchant(call: Call, planted: Planted): Promise<void> {
  const mark = (): string => planted.mark();
  await call('GET', '/v1/keys', undefined, 200);
  const asked = { label: mark(), scope: 'till' };
  const made = await call<{ id: string; key: string }>('POST', '/v1/keys', asked, 201);
  planted.plant(made.key);
  await call('DELETE', `/v1/keys/${made.id}`, undefined, 204);
  const store = { name: mark(), channels: [mark()], documents: [planted.plant('11.222.333/0001-81')] };
  const { id } = await call<{ id: string }>('POST', '/v1/stores', store, 201);
  await call('PATCH', `/v1/stores/${id}`, { name: mark(), channels: [mark()] }, 200);
  await call('GET', '/v1/stores', undefined, 200);
  const period = { from: planted.mark(), until: planted.mark() };
  await call('POST', `/v1/connections/${planted.mark()}/reconciliations`, period, 422);
  for (const [method, part] of [
    ['POST', '/pause'],
    ['POST', '/resume'],
    ['DELETE', ''],
  ] as const)
    await call(method, `/v1/connections/${planted.mark()}${part}`, undefined, 404);
  await call('GET', `/v1/connections/${planted.mark()}/reconciliations`, undefined, 404);
  await call('GET', `/v1/reconciliations/${planted.mark()}`, undefined, 404);
  await call('GET', '/v1/settings', undefined, 200);
  await call('PATCH', '/v1/settings', { requireSecondFactorForOwners: false }, 200);
  await call('GET', '/v1/messages/texts', undefined, 200);
  const said = { subject: mark(), opening: [mark()], closing: [mark()] };
  await call('PUT', '/v1/messages/texts', { occasion: 'earned', ...said }, 200);
  await call('GET', `/v1/audit?before=${mark()}`, undefined, 422);
  await call('GET', '/v1/audit', undefined, 200);
}

async function customers(call: Call, planted: Planted, { customerId, otherId }: Shown): Promise<void> {
  const mark = (): string => planted.mark();
  const consent = (): object => ({ channel: 'email', given: true, text: mark() });
  const told = (): object => ({ operator: mark(), storeId: mark() });
  const registered = {
    ...{ name: mark(), document: planted.plant(cpf.generate()), email: address(planted) },
    ...{ phone: planted.plant('(21) 98765-3999'), consents: [consent()] },
  };
  await call('POST', '/v1/customers', { ...registered, ...told() }, 201);
  const consents = `/v1/customers/${customerId}/consents`;
  await call('POST', consents, { ...consent(), ...told() }, 201);
  for (const part of ['consents', 'page', 'purchases', 'lots', `merges/preview?with=${otherId}`])
    await call('GET', `/v1/customers/${customerId}/${part}`, undefined, 200);
  await call('GET', `/v1/customers/${customerId}/merges/preview?with=${mark()}`, undefined, 404);
  const never = { phones: [mark()], emails: [mark(), address(planted)], documents: [mark()] };
  await call('POST', '/v1/suppressions', never, 200);
  const path = `/v1/customers/${customerId}/link`;
  const link = await call<{ optOutUrl: string; pageUrl: string }>('POST', path, undefined, 201);
  const { pathname } = new URL(link.optOutUrl);
  planted.plant(pathname.split('/').at(-1)!);
  const token = planted.plant(link.pageUrl.split('/').at(-1)!);
  const till = planted.plant(linkTokens(token).till);
  await call('GET', pathname, undefined, 200);
  await call('POST', pathname, { canal: mark() }, 200);
  await call('GET', `/u/${mark()}?feito=${mark()}`, undefined, 404);
  await call('GET', `/c/${token}?antes=${mark()}&vales=${mark()}`, undefined, 200);
  await call('GET', `/c/${token}?regulamento=${mark()}`, undefined, 200);
  await call('POST', `/c/${token}`, { parar: mark(), receber: mark() }, 303);
  await call('GET', `/c/${token}?parou=${mark()}&voltou=${mark()}`, undefined, 200);
  await call('GET', `/c/${mark()}`, undefined, 404);
  for (const read of [token, till]) await call('GET', `/v1/counter?query=${read}`, undefined, 200);
  await call('GET', path, undefined, 200);
}

async function looks(call: Call, planted: Planted, { customerId, saleId, program }: Shown): Promise<void> {
  const mark = (): string => planted.mark();
  const sale = { storeId: mark(), totalCents: 10_000, items: [{ sku: mark(), totalCents: 10_000 }] };
  await call('POST', '/v1/program/try', { program, sale: { ...sale, customerId } }, 200);
  await call('POST', '/v1/program/preview', { program }, 200);
  await call('POST', '/v1/program/preview', { program, exampleCents: mark() }, 422);
  await call('POST', '/v1/program/try', { program, saleId }, 200);
  await call('POST', '/v1/program/try', { program, saleId: mark() }, 404);
  await call('POST', '/v1/program/try', { program, sale: { ...sale, customerId: mark() } }, 404);
  for (const path of [
    ...['/v1/program/versions', '/v1/program/versions/1', `/v1/sales/${saleId}/run`, '/v1/imports'],
    ...[`/v1/counter?query=${mark()}&operator=${mark()}&storeId=${mark()}`, `/v1/attempts?storeId=${mark()}`],
    ...[`/v1/overview?storeId=${mark()}`, '/v1/reports/liability', '/v1/reports/activity'],
    ...['/v1/reports/returning', '/v1/reports/movements?flow=granted', '/v1/reports/lots?state=pending'],
    ...['/v1/reports/messages', '/v1/messages/previews'],
  ])
    await call('GET', path, undefined, 200);
}

function address(planted: Planted): string {
  // As it is kept and shown: what has a capital would not be found again.
  return planted.plant(`${planted.mark()}@lojas.com.br`.toLowerCase());
}
