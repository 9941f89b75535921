import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { blingLimits } from '../../simulator';
import type { Simulator } from '../../simulator';
import { ask, closeAll, connect, simulate } from './harness';
import { OFFICIAL_RESOURCES } from './official';
import { bodyValidator } from './openapi';
import type { OpenApi } from './openapi';

const file = process.env.BLING_OPENAPI ?? path.join(__dirname, '../../../shared/facts/bling/openapi.json');
const title = existsSync(file)
  ? 'answers of the pretend Bling fit Bling’s own OpenAPI'
  : `answers of the pretend Bling fit Bling’s own OpenAPI (skipped: no such file as ${file}; name one in BLING_OPENAPI)`;

(existsSync(file) ? describe : describe.skip)(title, () => {
  let simulator: Simulator;
  let specification: OpenApi;
  const tokens: string[] = [];

  beforeAll(async () => {
    specification = JSON.parse(readFileSync(file, 'utf8')) as OpenApi;
    simulator = await simulate({ companies: 10, history: 60, limits: { ...blingLimits, perSecond: 1_000 } });
    simulator.company(2).issueInvoice();
    simulator.company(3).issueInvoiceOf(simulator.company(3).orders()[0]!.id);
    for (const { index } of simulator.companies) tokens.push((await connect(simulator, index)).access_token);
  });
  afterAll(closeAll);

  const questions: [operation: string, company: number, path: () => string, status: string][] = [
    ['/nfce', 2, () => '/nfce', '200'],
    ['/nfce/{idNotaFiscalConsumidor}', 3, () => `/nfce/${simulator.company(3).invoices()[0]?.id}`, '200'],
    ['/pedidos/vendas', 0, () => '/pedidos/vendas', '200'],
    ['/pedidos/vendas/{idPedidoVenda}', 0, () => `/pedidos/vendas/${plainOrder()}`, '200'],
    ['/pedidos/vendas/{idPedidoVenda}', 0, () => `/pedidos/vendas/${sentOrder()}`, '200'],
    ['/pedidos/vendas/{idPedidoVenda}', 1, () => '/pedidos/vendas/1', '404'],
    ['/contatos', 1, () => '/contatos?criterio=1', '200'],
    ['/contatos/{idContato}', 1, () => `/contatos/${simulator.company(1).contacts().at(-1)?.id}`, '200'],
    ['/contatos/{idContato}', 2, () => '/contatos/1', '404'],
    ['/contatos/consumidor-final', 2, () => '/contatos/consumidor-final', '200'],
    ['/situacoes/modulos', 8, () => '/situacoes/modulos', '200'],
    ['/situacoes/modulos/{idModuloSistema}', 8, () => '/situacoes/modulos/98310', '200'],
    ['/situacoes/{idSituacao}', 9, () => '/situacoes/9', '200'],
    ['/situacoes/{idSituacao}', 9, () => '/situacoes/8', '404'],
    ['/contatos/tipos', 5, () => '/contatos/tipos', '200'],
    [
      '/contatos/{idContato}/tipos',
      5,
      () => `/contatos/${simulator.company(5).contacts().at(-1)?.id}/tipos`,
      '200',
    ],
    ['/situacoes/modulos/{idModuloSistema}/acoes', 6, () => '/situacoes/modulos/98310/acoes', '200'],
    [
      '/situacoes/modulos/{idModuloSistema}/transicoes',
      6,
      () => '/situacoes/modulos/98310/transicoes',
      '200',
    ],
    ['/situacoes/transicoes/{idTransicao}', 6, () => '/situacoes/transicoes/1', '200'],
    ['/canais-venda/tipos', 7, () => '/canais-venda/tipos', '200'],
    ['/canais-venda', 4, () => '/canais-venda', '200'],
    [
      '/canais-venda/{idCanalVenda}',
      4,
      () => `/canais-venda/${simulator.company(4).profile.channels[0]?.id}`,
      '200',
    ],
    ['/empresas/me/dados-basicos', 4, () => '/empresas/me/dados-basicos', '200'],
  ];
  const plainOrder = (): number | undefined =>
    simulator
      .company(0)
      .orders()
      .find(({ freightCents }) => freightCents === 0)?.id;
  const sentOrder = (): number | undefined =>
    simulator
      .company(0)
      .orders()
      .find(({ freightCents, discount }) => freightCents > 0 && discount.unit === 'PERCENTUAL')?.id;

  it.each(questions)('GET %s of company %i', async (operation, company, question, status) => {
    const answer = await ask(simulator, tokens[company] as string, question());
    expect(answer.status).toBe(Number(status));
    const validate = bodyValidator(specification, operation, status);
    validate(answer.body);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('every path that the app’s scopes let it read is answered', () => {
    const official = Object.entries(specification.paths).flatMap(([path, operations]) =>
      OFFICIAL_RESOURCES.test(path) && 'get' in operations ? path : [],
    );
    expect(official.sort()).toEqual([...new Set(questions.map(([operation]) => operation))].sort());
  });

  it('an order and a contact carry every field of the specification, unset ones in Bling’s way', async () => {
    const fieldsOf = (...names: string[]): string[] =>
      names.flatMap((name) => Object.keys(specification.components.schemas[name]?.properties as object));
    const company = simulator.company(7);
    const token = tokens[7] as string;
    const order = await ask<{ data: object }>(simulator, token, `/pedidos/vendas/${company.orders()[0]?.id}`);
    expect(Object.keys(order.body.data)).toEqual(
      expect.arrayContaining(fieldsOf('VendasDadosBaseDTO', 'VendasDadosDTO')),
    );
    const contact = await ask<{ data: object }>(simulator, token, '/contatos/consumidor-final');
    expect(Object.keys(contact.body.data)).toEqual(
      expect.arrayContaining(fieldsOf('ContatosDadosBaseDTO', 'ContatosDadosDTO')),
    );
    expect(contact.body.data).toMatchObject({
      nome: 'Consumidor Final',
      numeroDocumento: '',
      vendedor: { id: 0 },
      dadosAdicionais: { dataNascimento: '0000-00-00' },
    });
  });
});
