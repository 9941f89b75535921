import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { linkTokens, optOut } from '../../src/store';
import type { Consent, OptOut, Store } from '../../src/store';
import type { ReceivedMail } from '../../simulator/mail';
import { aContact, aProgram } from './builders';
import { openHouse } from './house';
import type { House } from './house';
import { aBuyer, anOrder } from './shop';
import { until } from './until';

const now = new Date('2026-11-20T12:00:00.000Z');

let house: House;
let store: Store;
let merchantId: string;
beforeAll(async () => {
  house = await openHouse({ program: aProgram({ messages: { earned: {} } }) });
  ({ store } = house);
  ({ merchantId } = house.tenant);
});
afterAll(() => house.close());

async function aCustomer(change: Parameters<typeof aContact>[0] = {}): Promise<string> {
  const { customerId } = await store.customers.identify(merchantId, aContact(change), now);
  return customerId;
}

async function facts(customerId: string): Promise<string[]> {
  const told = await store.consents.of(merchantId, customerId);
  return told.map(({ channel, given, source }) => `${channel} ${given ? 'yes' : 'no'} ${source}`);
}

const word = (customerId: string, change: Partial<OptOut> = {}): OptOut => ({
  ...{ merchantId, customerId, channel: 'whatsapp', text: 'SAIR', source: 'whatsapp', at: null },
  ...change,
});

const NOTHING = { added: [], first: false };

describe('who wants no more messages', () => {
  it('is written down once, however often and at whatever moment it is told', async () => {
    const customerId = await aCustomer({ phones: ['(11) 98888-1004'] });
    const said = await Promise.all(Array.from({ length: 8 }, () => optOut(store, word(customerId), now)));
    expect(said.flatMap(({ added }) => added)).toHaveLength(1);
    expect(said.filter(({ first }) => first)).toHaveLength(1);
    expect(await optOut(store, word(customerId), now)).toEqual(NOTHING);
    expect(await facts(customerId)).toEqual(['whatsapp no whatsapp']);
  });

  it('holds for all records with the phone, with and without the ninth digit, and for no landline of the same digits', async () => {
    const customerId = await aCustomer({ phones: ['(54) 9 9712-1005'] });
    const older = await aCustomer({ phones: ['54 9712-1005'], document: '11144477735' });
    const mobile = await aCustomer({ phones: ['(54) 9 3222-1006'], document: '52998224725' });
    const landline = await aCustomer({ phones: ['(54) 3222-1006'], emails: ['fixo@lojas.com.br'] });
    await optOut(store, word(customerId), now);
    await optOut(store, word(mobile), now);
    expect(await facts(older)).toEqual(['whatsapp no whatsapp']);
    expect(await facts(landline)).toEqual([]);
    const { merchantId: other } = await store.merchants.create('Outra', now);
    expect(await store.customers.reachedBy(other, { phone: '54 9712-1005' })).toEqual([]);
    expect(await store.customers.reachedBy(merchantId, { phone: 'x' })).toEqual([]);
    expect(await store.customers.reachedBy(merchantId, { email: 'FIXO@lojas.com.br' })).toEqual([landline]);
  });

  it('does not take back what was agreed to since, when it is told late', async () => {
    const customerId = await aCustomer({ phones: ['(11) 98888-1007'] });
    const said = word(customerId, { at: now });
    const later = new Date(+now + 60_000);
    const agreed: Consent = {
      ...{ id: `cst_${customerId}`, merchantId, customerId, channel: 'whatsapp', given: true, text: 'Sim' },
      ...{ at: later, source: 'staff', purpose: 'all', actor: { kind: 'key', id: 'k' } },
      ...{ operator: null, storeId: null },
    };
    await store.consents.record([agreed]);
    expect(await optOut(store, said, new Date(+now + 120_000))).toEqual(NOTHING);
    expect(await optOut(store, said, new Date(+now + 120_000))).toEqual(NOTHING);
    expect(await facts(customerId)).toEqual(['whatsapp yes staff', 'whatsapp no whatsapp']);
    expect((await optOut(store, { ...said, at: null }, now)).added).toHaveLength(1);
    expect(await facts(customerId)).toEqual([
      ...['whatsapp no whatsapp', 'whatsapp yes staff', 'whatsapp no whatsapp'],
    ]);
  });

  it('holds for whoever turns out to have the address later, until they agree, and not for whom others share a second one with', async () => {
    const phones = ['(11) 98888-1008'];
    const first = await aCustomer({ phones });
    const wife = await aCustomer({ emails: ['ela@lojas.com.br', 'casal@lojas.com.br'] });
    const husband = await aCustomer({ emails: ['casal@lojas.com.br'], document: '98765432100' });
    await optOut(store, word(first), now);
    await optOut(store, word(husband, { channel: 'email', source: 'link' }), now);
    const later = await aCustomer({ phones, document: '15350946056' });
    expect(later).not.toBe(first);
    expect(await facts(later)).toEqual([]);
    const refusedOf = async (id: string): Promise<string[]> => {
      const customer = (await store.customers.get(merchantId, id))!;
      return [...(await store.suppressions.of(merchantId, customer, now)).saidByOwner];
    };
    expect(await refusedOf(later)).toEqual(['whatsapp']);
    expect([await facts(wife), await refusedOf(wife)]).toEqual([[], []]);
    const agreed = { channel: 'whatsapp', given: true, text: 'Quero receber.' };
    (await house.tenant.api.post(`/v1/customers/${later}/consents`, agreed)).expect(201);
    expect(await refusedOf(later)).toEqual([]);
    expect(await facts(first)).toEqual(['whatsapp no whatsapp']);
    // What a list says no word takes away.
    const listed = [{ kind: 'phone' as const, text: phones[0]! }];
    await optOut(store, word(later), now);
    expect(await store.suppressions.add(merchantId, listed, now)).toEqual({ added: 0, unreadable: [] });
    await store.suppressions.agree(merchantId, [{ phone: '+5511988881008' }]);
    const customer = (await store.customers.get(merchantId, later))!;
    expect([...(await store.suppressions.of(merchantId, customer, now)).listed]).toEqual(['whatsapp']);
  });

  it('stays so through a merge and its undoing, whichever record it was told of', async () => {
    const from = await aCustomer({ emails: ['uma@lojas.com.br'] });
    const into = await aCustomer({ emails: ['duas@lojas.com.br'] });
    await optOut(store, word(from, { channel: 'email', source: 'link' }), now);
    const { api } = house.tenant;
    const merge = { from, reason: 'A mesma pessoa', force: true };
    const { id } = (await api.post<{ id: string }>(`/v1/customers/${into}/merges`, merge)).expect(201).body;
    expect(await facts(into)).toEqual(['email no link']);
    (await api.post(`/v1/merges/${id}/undo`, { reason: 'Não é' })).expect(200);
    expect([await facts(into), await facts(from)]).toEqual([[], ['email no link']]);
  });
});

describe('whom never to write to', () => {
  it('is found by each mark in any spelling, by the one that is written to, and at one merchant alone', async () => {
    const marks = [
      { kind: 'phone', text: '54 9712-2001' },
      { kind: 'email', text: 'NUNCA@lojas.com.br' },
      { kind: 'document', text: '529.982.247-25' },
      { kind: 'document', text: '529.982.247-26' },
      { kind: 'phone', text: 'sem telefone' },
      { kind: 'phone', text: '(54) 3333-4444 / (54) 99999-8888' },
      { kind: 'email', text: 'a@lojas.com.br; b@lojas.com.br' },
    ] as const;
    const all = await Promise.all(
      Array.from({ length: 4 }, () => store.suppressions.add(merchantId, marks, now)),
    );
    expect(all.reduce((sum, { added }) => sum + added, 0)).toBe(3);
    expect(all[0]!.unreadable).toEqual([3, 4, 5, 6]);
    const mobile = (e164: string): { e164: string; key: string; mobile: boolean } => ({
      ...{ e164, key: 'of an earlier version', mobile: true },
    });
    const never = { document: null, phones: [mobile('+5554997122001')], emails: ['nunca@lojas.com.br'] };
    const channels = async (change: Partial<typeof never>, of = merchantId): Promise<string[]> =>
      [...(await store.suppressions.of(of, { ...never, ...change }, now)).listed].sort();
    expect(await channels({})).toEqual(['email', 'whatsapp']);
    expect(await channels({ phones: [mobile('+5511988881111'), ...never.phones] })).toEqual(['email']);
    expect(await channels({ emails: ['outra@lojas.com.br', ...never.emails] })).toEqual(['whatsapp']);
    expect(await channels({ phones: [], emails: [] })).toEqual([]);
    expect(await channels({}, 'mer_other')).toEqual([]);
    const listed = { document: { kind: 'cpf', value: '52998224725' } as const, phones: [], emails: [] };
    const ofDocument = await store.suppressions.of(merchantId, listed, now);
    expect([...ofDocument.listed].sort()).toEqual(['email', 'whatsapp']);
    expect([...ofDocument.saidByOwner]).toEqual([]);
  });
});

describe('an e-mail', () => {
  it('has its way out, which holds from the next message on', async () => {
    const { company } = house.tenant;
    const buyer = aBuyer(company);
    const mailsOf = (): ReceivedMail[] => house.simulator.mail.messages(buyer.email);
    const buy = (): void => {
      const order = anOrder(company, { contactId: buyer.id, totalCents: 10_000 });
      company.completeOrder(order.id);
    };
    buy();
    const [mail] = await until('the e-mail to come', () => {
      const mails = mailsOf();
      return Promise.resolve(mails.length === 1 ? mails : null);
    });
    const link = /<(.+)>/.exec(mail!.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
    expect(mail!.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    expect(mail!.text).toContain(`Não quero mais receber estes e-mails:\n${link}`);
    expect(mail!.html).toContain(link);
    const own = /Ver meu saldo, vales e extrato:\n(\S+)/.exec(mail!.text)![1]!;
    expect(new URL(link).pathname).toBe(`/u/${linkTokens(own.slice(-32)).optOut}`);
    expect((await fetch(house.url + new URL(link).pathname.replace('/u/', '/c/'))).status).toBe(404);
    expect((await fetch(house.url + new URL(own).pathname)).status).toBe(200);
    const reached = house.url + new URL(link).pathname;
    const answer = await fetch(reached, { method: 'POST', body: 'List-Unsubscribe=One-Click' });
    expect(answer.status).toBe(200);
    buy();
    const messages = async (): Promise<string[]> => {
      const [latest] = await store.sales.list(merchantId, { limit: 1 });
      const all = latest ? await store.messages.ofSale(merchantId, latest.id) : [];
      return all.map(({ channel, state, reason }) => `${channel} ${state} ${reason ?? ''}`.trim()).sort();
    };
    await until('the next one to be left out', async () =>
      (await messages()).includes('email skipped opted_out'),
    );
    expect(mailsOf()).toHaveLength(1);
  });
});

describe('a phone that answers', () => {
  const phones = (phone: string): string[] =>
    house.simulator.whatsapp.messages(phone).map(({ template, text }) => template ?? text);

  /** @param before what is so of the phone before anything is sent to it */
  async function aTalkative(
    before: (phone: string) => void = () => undefined,
  ): Promise<{ phone: string; buy(): void; fate(): Promise<string | undefined> }> {
    const { company } = house.tenant;
    const buyer = aBuyer(company);
    before(buyer.mobile);
    const buy = (): void => {
      company.completeOrder(anOrder(company, { contactId: buyer.id, totalCents: 10_000 }).id);
    };
    buy();
    await until('the first message', () => Promise.resolve(phones(buyer.mobile).length > 0));
    return {
      ...{ phone: buyer.mobile, buy },
      async fate() {
        const [latest] = await store.sales.list(merchantId, { limit: 1 });
        const all = latest ? await store.messages.ofSale(merchantId, latest.id) : [];
        const found = all.find(({ channel }) => channel === 'whatsapp');
        return found && `${found.state} ${found.reason ?? ''}`.trim();
      },
    };
  }

  it('SAIR is told once that it is so, and gets nothing more', async () => {
    const { phone, buy, fate } = await aTalkative();
    for (let n = 0; n < 3; n += 1) house.simulator.whatsapp.reply(phone, 'Sair!');
    await until('the confirmation', () => Promise.resolve(phones(phone).length > 1));
    buy();
    await until('the next one to be left out', async () => (await fate()) === 'skipped opted_out');
    expect(phones(phone)).toEqual(['retorno_beneficio_ganho', expect.stringMatching(/^Pronto!/)]);
  });

  it('SAIR without showing a number gets nothing more', async () => {
    const { phone, buy, fate } = await aTalkative();
    await until('the first to have arrived', async () => (await fate()) === 'read');
    house.simulator.whatsapp.hide(phone, true);
    house.simulator.whatsapp.reply(phone, 'SAIR');
    await house.simulator.webhooksIdle();
    buy();
    await until('the next one to be left out', async () => (await fate()) === 'skipped opted_out');
    expect(phones(phone)).toEqual(['retorno_beneficio_ganho']);
    house.simulator.whatsapp.hide(phone, false);
  });

  it('only without its ninth digit is reached by the next message', async () => {
    const { whatsapp } = house.simulator;
    const { phone, buy, fate } = await aTalkative((one) => whatsapp.knowBy(one, false));
    await until('the first to have failed', async () => (await fate()) === 'failed unreachable');
    buy();
    await until('the next one to have arrived', async () => (await fate()) === 'read');
    const [first, second] = whatsapp.messages(phone).map(({ to }) => to.length);
    expect([first, second]).toEqual([13, 12]);
    whatsapp.knowBy(phone, null);
  });

  it('nothing, and has the business stopped in the app: the next but one is not sent', async () => {
    const { phone, buy, fate } = await aTalkative();
    house.simulator.whatsapp.block(phone, true);
    buy();
    await until('Meta to refuse it', async () => (await fate()) === 'failed opted_out');
    buy();
    await until('the next one to be left out', async () => (await fate()) === 'skipped opted_out');
    house.simulator.whatsapp.block(phone, false);
  });
});
