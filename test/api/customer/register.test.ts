import { describe, expect, it } from '@jest/globals';
import { anApi, problemIn } from '../an-api';
import { aCustomer, MINE, MY_KEY } from '../builders';
import { aKeyCaller, aPersonCaller } from '../callers';
import { expectContract } from '../http/contract';

const PATH = '/v1/customers';
const TEXT = 'Aceito receber mensagens.';

const somebody = (change: object = {}): object => ({
  ...{ name: 'Maria Exemplo', document: '529.982.247-25', phone: '(11) 98765-4321' },
  ...change,
});

describe('POST /v1/customers', () => {
  it('answers who is known, and makes nobody', async () => {
    const api = anApi();
    const answer = await api.post(PATH, somebody()).expect(201);
    await expectContract(answer, 'post', PATH);
    expect(answer.body).toMatchObject({
      customer: { id: 'cus_1' },
      created: false,
      warnings: [],
      consents: [],
    });
    expect(api.holds.customers).toHaveLength(1);
  });

  it('leaves a trace of what a counter changes of a customer: by whom, and which fields', async () => {
    const api = anApi();
    api.holds.keys.set(MY_KEY, aPersonCaller(MINE, 'staff', null));
    await api.post(PATH, somebody({ email: 'outra@example.com' })).expect(201);
    expect(api.holds.audit).toMatchObject([
      {
        ...{ act: 'customer.contact', actor: { kind: 'person', id: 'per_staff' }, outcome: 'done' },
        ...{ subject: { kind: 'customer', id: 'cus_1' }, after: { fields: ['emails'] } },
      },
    ]);
    expect(JSON.stringify(api.holds.audit)).not.toContain('outra@');
    await api.post(PATH, somebody(), 'k2').expect(201);
    expect(api.holds.audit).toHaveLength(1);
  });

  it('says that somebody is new', async () => {
    const api = anApi({ customers: [aCustomer({ id: 'cus_new', name: 'Outra' })] });
    const answer = await api.post(PATH, somebody()).expect(201);
    await expectContract(answer, 'post', PATH);
    expect(answer.body).toMatchObject({ customer: { id: 'cus_new' }, created: true });
  });

  it('keeps what was agreed, with its wording, who told it, when and where', async () => {
    const api = anApi();
    const consents = [
      { channel: 'whatsapp', given: true, text: TEXT },
      { channel: 'email', given: false, text: 'Não quero e-mails.' },
    ];
    const body = somebody({ consents, operator: 'caixa 1', storeId: 'centro' });
    const answer = await api.post(PATH, body).expect(201);
    await expectContract(answer, 'post', PATH);
    const by = {
      actor: { kind: 'key', id: 'my-key', name: 'test' },
      ...{ operator: 'caixa 1', storeId: 'centro', at: '2026-11-03T15:00:00.000Z' },
    };
    expect(answer.body).toMatchObject({ consents: consents.map((told) => ({ ...told, ...by })) });
    expect(api.holds.consents).toMatchObject([
      { merchantId: MINE, customerId: 'cus_1', channel: 'whatsapp', given: true, text: TEXT },
      { merchantId: MINE, customerId: 'cus_1', channel: 'email', given: false },
    ]);
    expect(api.logged()).not.toContain(TEXT);
    const again = await api.post(PATH, body).expect(201);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(api.holds.consents).toHaveLength(2);
  });

  it.each([
    ['staff', aPersonCaller(MINE, 'staff'), '***.***.247-**'],
    ['a till', aKeyCaller(MINE, 'till', 'till'), '***.***.247-**'],
    ['a manager', aPersonCaller(MINE, 'manager'), '52998224725'],
  ])('shows %s the document as they may see it', async (_who, caller, value) => {
    const api = anApi();
    api.holds.keys.set(MY_KEY, caller);
    const answer = await api.post(PATH, somebody()).expect(201);
    expect(answer.body).toMatchObject({ customer: { document: { kind: 'cpf', value } } });
  });

  it('repeats an answer to whoever has been made staff since, as they may see it now', async () => {
    const soleTrader = aCustomer({ name: 'MARIA DA SILVA 52998224725' });
    const api = anApi({ customers: [soleTrader] });
    const { actor } = aPersonCaller(MINE, 'manager');
    api.holds.keys.set(MY_KEY, { merchantId: MINE, actor });
    const body = somebody({ name: soleTrader.name });
    const first = await api.post(PATH, body).expect(201);
    const { customer } = first.body as { customer: object };
    expect(customer).toMatchObject({ name: soleTrader.name, document: { value: '52998224725' } });
    const masked = {
      ...customer,
      ...{ name: 'MARIA DA SILVA ***', document: { kind: 'cpf', value: '***.***.247-**' } },
    };
    const as = async (role: 'staff' | 'manager'): Promise<unknown> => {
      api.holds.keys.set(MY_KEY, { merchantId: MINE, actor: { ...actor, role } as typeof actor });
      const again = await api.post(PATH, body).expect(201).expect('idempotency-replayed', 'true');
      await expectContract(again, 'post', PATH);
      return again.body;
    };
    expect(await as('staff')).toEqual({ ...(first.body as object), customer: masked });
    expect(await as('manager')).toEqual(first.body);
  });

  it('leaves as it is what was kept masked', async () => {
    const api = anApi();
    api.holds.keys.set(MY_KEY, aPersonCaller(MINE, 'staff'));
    const first = await api.post(PATH, somebody()).expect(201);
    const again = await api.post(PATH, somebody()).expect(201).expect('idempotency-replayed', 'true');
    expect(again.body).toEqual(first.body);
  });

  it('warns of a mark that is none, and goes by the others', async () => {
    const answer = await anApi()
      .post(PATH, somebody({ document: '111.111.111-11', email: 'naotem@loja.com' }))
      .expect(201);
    await expectContract(answer, 'post', PATH);
    expect(answer.body).toMatchObject({
      customer: { id: 'cus_1' },
      warnings: [
        { field: 'document', code: 'filler' },
        { field: 'email', code: 'filler' },
      ],
    });
  });

  it.each([
    [{ document: '529.982.247-20', phone: undefined }, 'document', /CPF ou CNPJ não confere/],
    [{ document: undefined, phone: '98765-4321' }, 'phone', /telefone não confere/],
    [{ document: undefined, phone: undefined }, 'document', /Falta o que identifica/],
    [{ document: undefined, phone: undefined, email: 'x' }, 'email', /e-mail não confere/],
    [{ name: '' }, 'name', /./],
    [{ consents: [{ channel: 'sms', given: true, text: TEXT }] }, 'consents[0].channel', /./],
    [{ consents: [{ channel: 'email', given: true, text: ' ' }] }, 'consents[0].text', /./],
    [
      {
        consents: [
          { channel: 'email', given: true, text: TEXT },
          { channel: 'email', given: false, text: TEXT },
        ],
      },
      'consents',
      /duas vezes/,
    ],
  ])('writes nobody down for %j', async (change, field, message) => {
    const api = anApi();
    const problem = problemIn(await api.post(PATH, somebody(change)).expect(422));
    expect(problem.errors?.[0]?.field).toBe(field);
    expect(problem.errors?.[0]?.message).toMatch(message);
    expect(api.asked).not.toContain('customers.identify');
    expect(api.holds.consents).toEqual([]);
  });
});

describe('consents', () => {
  const told = { channel: 'whatsapp', given: true, text: TEXT };

  it('keep who told them by id; the name is that of now', async () => {
    const api = anApi();
    await api.post('/v1/customers/cus_1/consents', told).expect(201);
    expect(api.holds.consents[0]!.actor).toEqual({ kind: 'key', id: 'my-key' });
    api.holds.keys.set(MY_KEY, aKeyCaller(MINE, 'another-key'));
    const list = await api.get('/v1/customers/cus_1/consents').expect(200);
    await expectContract(list, 'get', '/v1/customers/{id}/consents');
    expect(list.body).toMatchObject({ data: [{ actor: { kind: 'key', id: 'my-key', name: null } }] });
  });

  it('are not lost to one of another call with the same key', async () => {
    const api = anApi();
    await api.post(PATH, somebody({ consents: [told] }), 'k').expect(201);
    await api.post('/v1/customers/cus_1/consents', { ...told, given: false }, 'k').expect(201);
    expect(api.holds.consents).toMatchObject([{ given: true }, { given: false }]);
  });

  it('are told of in no store but one’s own, before anybody is written down', async () => {
    const api = anApi();
    api.holds.keys.set(MY_KEY, aPersonCaller(MINE, 'staff', ['str_1']));
    const elsewhere = { ...told, storeId: 'str_2' };
    await api.post('/v1/customers/cus_1/consents', elsewhere).expect(403);
    await api.post(PATH, somebody({ consents: [told], storeId: 'str_2' })).expect(403);
    expect(api.asked).not.toContain('customers.identify');
    expect(api.holds.consents).toEqual([]);
    await api.post('/v1/customers/cus_1/consents', told, 'k2').expect(201);
    expect(api.holds.consents).toMatchObject([{ storeId: 'str_1', operator: 'per_staff' }]);
  });

  it('are added as facts, and read newest first', async () => {
    const api = anApi();
    const path = '/v1/customers/cus_1/consents';
    const told = { channel: 'whatsapp', given: true, text: TEXT, operator: 'caixa 2' };
    const answer = await api.post(path, told, 'one').expect(201);
    await expectContract(answer, 'post', '/v1/customers/{id}/consents');
    api.clock.now += 1_000;
    await api.post(path, { ...told, given: false, text: 'Não quero mais.' }, 'two').expect(201);
    const list = await api.get(path).expect(200);
    await expectContract(list, 'get', '/v1/customers/{id}/consents');
    expect(list.body).toMatchObject({ data: [{ given: false }, { given: true, operator: 'caixa 2' }] });
  });

  it('are of the record that remains', async () => {
    const merged = aCustomer({ id: 'cus_0', mergedInto: 'cus_1' });
    const api = anApi({ customers: [merged, aCustomer()] });
    const told = { channel: 'email', given: true, text: TEXT };
    await api.post('/v1/customers/cus_0/consents', told).expect(201);
    expect(api.holds.consents).toMatchObject([{ customerId: 'cus_1' }]);
  });

  it('are of nobody for who is not known here', async () => {
    const { get, post } = anApi({ customers: [] });
    const told = { channel: 'email', given: true, text: TEXT };
    for (const answer of [
      await get('/v1/customers/cus_1/consents').expect(404),
      await post('/v1/customers/cus_1/consents', told).expect(404),
    ])
      expect(problemIn(answer).code).toBe('customer_not_found');
  });
});
