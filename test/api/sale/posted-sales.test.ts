import { describe, expect, it } from '@jest/globals';
import { EngineUnavailableError } from '../../../src/runs';
import { saleIdOf } from '../../../src/ids';
import { anApi, problemIn } from '../an-api';
import { MINE, NOW } from '../builders';
import { expectContract } from '../http/contract';
import { aPostedSale } from './a-posted-sale';

const PATH = '/v1/sales';

const ID = saleIdOf({ merchantId: MINE, channel: 'pos', externalId: 'PDV-1' });

describe('POST /v1/sales', () => {
  it('stores the sale with its customer, then wakes its workflow without a word of who bought', async () => {
    const { post, holds, runs, asked } = anApi();
    const items = [{ sku: 'A', totalCents: 10_000, quantity: 2, name: 'Camiseta' }];
    const customer = { name: 'Maria Exemplo', document: '529.982.247-25', phone: null, email: '' };
    const answer = await post(PATH, aPostedSale({ items, customer, storeId: 'centro' })).expect(201);
    await expectContract(answer, 'post', PATH);
    expect(answer.body).toMatchObject({
      id: ID,
      channel: 'pos',
      externalId: 'PDV-1',
      sourceStatus: 'completed',
      customerId: 'cus_1',
      soldAt: '2026-11-03T15:00:00.000Z',
      items,
      silent: false,
    });
    expect(holds.sales.find(({ id }) => id === ID)).toMatchObject({
      source: { refs: [ID, 'PDV-1', '42'], connectionId: null, completedAt: NOW },
      content: { zone: 'America/Sao_Paulo' },
    });
    expect(runs.signals).toEqual([
      {
        input: {
          merchantId: MINE,
          saleId: ID,
          channel: 'pos',
          externalId: 'PDV-1',
          connectionId: null,
          settleMs: 5_000,
        },
        hint: { eventId: `${ID}/1`, kind: 'posted' },
      },
    ]);
    expect(asked.indexOf('sales.record')).toBeGreaterThan(asked.indexOf('customers.identify'));
  });

  it.each([
    [undefined],
    [null],
    [{}],
    [{ name: 'Venda consumidor' }],
    [{ name: 'CONSUMIDOR NÃO CADASTRADO', phone: '(11) 3456-7890', email: 'caixa@loja.com.br' }],
    [{ name: 'Maria Exemplo', document: 'aaaaaaaaaaaa45' }],
    [{ name: 'Maria Exemplo', document: '11.111.111/1111-80', email: 'maria@example.com' }],
    [{ document: '000.000.000-00', phone: '', email: 'naotem@loja.com.br' }],
  ])('leaves a sale of %j unidentified', async (customer) => {
    const { post, asked } = anApi();
    const answer = await post(PATH, aPostedSale({ customer })).expect(201);
    expect(answer.body).toMatchObject({ customerId: null });
    expect(asked).not.toContain('customers.identify');
  });

  it('identifies by a real mark beside a stand-in name, which is nobody’s name (R48)', async () => {
    const { post, holds } = anApi();
    const customer = { name: 'Consumidor Final', document: '529.982.247-25' };
    expect((await post(PATH, aPostedSale({ customer })).expect(201)).body).toMatchObject({
      customerId: 'cus_new',
    });
    expect(holds.customers.map(({ name }) => name)).not.toContain('Consumidor Final');
  });

  it('says what of the customer was not usable, and what was done instead', async () => {
    const { post } = anApi();
    const customer = { name: 'Maria Exemplo', document: '529.982.247-26', phone: '(11) 98765-4321' };
    const known = await post(PATH, aPostedSale({ customer }), 'k1').expect(201);
    await expectContract(known, 'post', PATH);
    expect(known.body).toMatchObject({
      customerId: 'cus_1',
      warnings: [
        {
          field: 'customer.document',
          code: 'unreadable',
          detail:
            'O CPF ou CNPJ não confere ou está incompleto, e não foi usado. O cliente foi identificado pelos outros dados.',
        },
      ],
    });
    const nobody = { name: 'Cliente', phone: '(11) 3456-7890' };
    const unknown = await post(PATH, aPostedSale({ externalId: 'PDV-2', customer: nobody }), 'k2').expect(
      201,
    );
    const { warnings } = unknown.body as { warnings: { field: string; detail: string }[] };
    expect(warnings.map(({ field }) => field)).toEqual(['customer.name', 'customer.phone']);
    expect(warnings[0]!.detail).toContain('A venda ficou sem cliente');
    expect((await post(PATH, aPostedSale({ externalId: 'PDV-3' }), 'k3').expect(201)).body).toMatchObject({
      warnings: [],
    });
  });

  it('keeps a sale older than the claim window without a benefit, says so, and takes the word that it earns', async () => {
    const { post, holds } = anApi();
    const old = { soldAt: '2026-01-03T12:00:00-03:00', customer: { document: '529.982.247-25' } };
    const held = await post(PATH, aPostedSale(old), 'k1').expect(201);
    await expectContract(held, 'post', PATH);
    expect(held.body).toMatchObject({
      warnings: [{ field: 'soldAt', code: 'older_than_claim_window' }],
      explanation: [{ ruleId: null, outcome: 'nothing' }],
    });
    expect((held.body as { customerId: string | null }).customerId).not.toBeNull();
    const earning = await post(PATH, aPostedSale({ ...old, earnLate: true, silent: false }), 'k2').expect(
      201,
    );
    expect(earning.body).toMatchObject({ warnings: [], silent: true });
    expect((await post(PATH, aPostedSale(old), 'k3').expect(201)).body).toMatchObject({ warnings: [] });
    expect(holds.sales.find(({ id }) => id === ID)?.source.lateness).toBe('earns');
  });

  it.each(['ecommerce', 'import', 'manual'] as const)(
    'keeps such a sale without a benefit on the channel %s too, until its caller says that it earns',
    async (channel) => {
      const { post } = anApi();
      const old = { channel, soldAt: '2026-01-03T12:00:00-03:00' };
      expect((await post(PATH, aPostedSale(old), 'k1').expect(201)).body).toMatchObject({
        warnings: [{ field: 'soldAt', code: 'older_than_claim_window' }],
      });
      expect(
        (await post(PATH, aPostedSale({ ...old, earnLate: true }), 'k2').expect(201)).body,
      ).toMatchObject({
        warnings: [],
        silent: true,
      });
    },
  );

  it('says in the sale why nobody was identified', async () => {
    const { post, get } = anApi();
    await post(PATH, aPostedSale({ customer: { document: '529.982.247-26' } })).expect(201);
    const { timeline } = (await get(`${PATH}/${ID}`).expect(200)).body as { timeline: { text: string }[] };
    expect(timeline.map(({ text }) => text)).toContainEqual(
      'Venda concluída, sem cliente identificado: o documento, telefone ou e-mail do contato não confere ou está incompleto',
    );
  });

  it('takes an exchange: a negative line, and a total below zero with it (R53)', async () => {
    const { post } = anApi();
    const items = [
      { sku: 'A', totalCents: 1_000 },
      { sku: 'B', totalCents: -3_000 },
    ];
    const sale = aPostedSale({ totalCents: -2_000, items, erpNumber: '5703' });
    expect((await post(PATH, sale).expect(201)).body).toMatchObject({ totalCents: -2_000, items });
  });

  it('told again under another key is the same sale, and wakes it again', async () => {
    const { post, holds, runs } = anApi();
    await post(PATH, aPostedSale(), 'k1').expect(201);
    const again = await post(PATH, aPostedSale(), 'k2').expect(201);
    expect(again.body).toMatchObject({ id: ID });
    expect(holds.sales.filter(({ source }) => source.channel === 'pos')).toHaveLength(1);
    expect(runs.signals).toHaveLength(2);
  });

  it('takes what a repetition changes, and keeps the customer it does not name', async () => {
    const { post } = anApi();
    await post(PATH, aPostedSale({ customer: { name: 'Maria Exemplo', email: 'm@correio.com.br' } }), 'k1');
    const changed = await post(PATH, aPostedSale({ totalCents: 9_000, status: 'cancelled' }), 'k2').expect(
      201,
    );
    expect(changed.body).toMatchObject({
      totalCents: 9_000,
      sourceStatus: 'cancelled',
      customerId: 'cus_1',
      timeline: [{ event: 'received' }, { event: 'completed' }, { event: 'cancelled' }],
    });
  });

  it('is a sale of its own in each channel', async () => {
    const { post, holds } = anApi();
    await post(PATH, aPostedSale(), 'k1');
    await post(PATH, aPostedSale({ channel: 'ecommerce' }), 'k2').expect(201);
    expect(holds.sales.filter(({ source }) => source.externalId === 'PDV-1')).toHaveLength(2);
  });

  it('is answered 503 while Temporal is away, and the repetition wakes the sale that was stored', async () => {
    const { post, runs, holds } = anApi();
    runs.behave = () => {
      throw new EngineUnavailableError();
    };
    const answer = await post(PATH, aPostedSale()).expect(503);
    expect(problemIn(answer).code).toBe('service_unavailable');
    expect(holds.sales.some(({ id }) => id === ID)).toBe(true);
    runs.behave = () => undefined;
    await post(PATH, aPostedSale()).expect(201);
    expect(runs.signals).toHaveLength(2);
  });

  it('is done once for each key', async () => {
    const { post, runs } = anApi();
    await post(PATH, aPostedSale()).expect(201);
    await post(PATH, aPostedSale()).expect(201).expect('idempotency-replayed', 'true');
    expect(runs.signals).toHaveLength(1);
    expect(problemIn(await post(PATH, aPostedSale({ totalCents: 1 })).expect(422)).code).toBe(
      'idempotency_key_reused',
    );
  });

  it('never lets who bought into the log', async () => {
    const { post, logged } = anApi();
    const customer = { name: 'Severina Única', document: '529.982.247-25', email: 'severina@example.com' };
    await post(PATH, aPostedSale({ customer })).expect(201);
    expect(logged()).not.toMatch(/Severina|529\.982|severina@/);
  });

  it.each([
    [{ channel: 'bling' }, 'channel'],
    [{ channel: undefined }, 'channel'],
    [{ externalId: '' }, 'externalId'],
    [{ externalId: 'x'.repeat(101) }, 'externalId'],
    [{ externalId: 'ana@example.com' }, 'externalId'],
    [{ externalId: 'a\u0000b' }, 'externalId'],
    [{ externalId: 'pedido nº 1' }, 'externalId'],
    [{ externalId: 7 }, 'externalId'],
    [{ number: 'x'.repeat(101) }, 'number'],
    [{ soldAt: '2026-11-03T12:00:00' }, 'soldAt'],
    [{ soldAt: '2026-11-03' }, 'soldAt'],
    [{ soldAt: '2026-02-30T12:00:00Z' }, 'soldAt'],
    [{ soldAt: '2026-11-04T15:00:00.001Z' }, 'soldAt'],
    [{ soldAt: '1999-12-31T23:59:59Z' }, 'soldAt'],
    [{ totalCents: -1 }, 'totalCents'],
    [{ totalCents: 10.5 }, 'totalCents'],
    [{ totalCents: '10000' }, 'totalCents'],
    [{ totalCents: 100_000_001 }, 'totalCents'],
    [{ freightCents: 10_001 }, 'freightCents'],
    [{ freightCents: 6_000, otherExpensesCents: 5_000 }, 'freightCents'],
    [{ discountCents: -1 }, 'discountCents'],
    [{ items: [{ sku: 'A', totalCents: 1, quantity: 0 }] }, 'items[0].quantity'],
    [{ items: [{ sku: 'A', totalCents: 1, quantity: 1.5 }] }, 'items[0].quantity'],
    [{ items: [{ sku: '', totalCents: 1 }] }, 'items[0].sku'],
    [{ items: [{ sku: 'A', totalCents: 1, price: 1 }] }, 'items[0].price'],
    [{ items: Array.from({ length: 501 }, () => ({ sku: 'A', totalCents: 1 })) }, 'items'],
    [{ customer: { cpf: '529.982.247-25' } }, 'customer.cpf'],
    [{ customer: { name: 'x'.repeat(201) } }, 'customer.name'],
    [{ accessKey: '123' }, 'accessKey'],
    [{ status: 'paid' }, 'status'],
    [{ silent: 'true' }, 'silent'],
    [{ total: 1 }, 'total'],
  ])('refuses %j by its field', async (change, field) => {
    const { post, runs, asked } = anApi();
    const answer = await post(PATH, aPostedSale(change)).expect(422);
    await expectContract(answer, 'post', PATH);
    expect(problemIn(answer).errors?.map((error) => error.field)).toEqual([field]);
    expect(runs.signals).toEqual([]);
    expect(asked).not.toContain('sales.record');
  });

  it('takes a sale of nothing, and one made as late as tomorrow elsewhere', async () => {
    const { post } = anApi();
    await post(PATH, aPostedSale({ totalCents: 0 }), 'k1').expect(201);
    await post(PATH, aPostedSale({ soldAt: '2026-11-04T15:00:00Z' }), 'k2').expect(201);
  });
});
