import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cpf } from 'cpf-cnpj-validator';
import type { Page, Response } from 'playwright-core';
import { aContact } from '../e2e/builders';
import { openHouse } from '../e2e/house';
import type { House, Tenant } from '../e2e/house';
import { until } from '../e2e/until';
import { aBrowser, describePages } from './a-browser';
import type { ABrowser } from './a-browser';
import { aBuyer, field } from './at-the-counter';
import { CLUB } from './club';
import { visit } from './visit';

/** Kilobytes of scripts and styles, gzipped, before a page can be used: what the gates allow. */
const COUNTER_KB = 130;
const PAGE_KB = 280;
/** Beside the page itself. */
const COUNTER_FILES = 7;
const PAGE_FILES = 36;

/** What a page asks the API for before it can be used, besides the session, all at once; and what takes an answer of these. */
const PAGES: readonly [path: string, calls: readonly string[], shows: string, then?: readonly string[]][] = [
  ['/inicio', ['/v1/overview'], 'Hoje'],
  ['/vendas', ['/v1/sales', '/v1/stores'], 'Lia Primeira Carga'],
  // What is being tried, and what its store is called, is read when the rest is shown.
  ['/vendas/SALE', ['/v1/sales/SALE'], 'O que aconteceu', ['/v1/sales/SALE/run', '/v1/stores']],
  ['/clientes', [], 'Procure um cliente'],
  ['/clientes/CUSTOMER', ['/v1/customers/CUSTOMER/page'], 'Extrato'],
  // What is said of the program takes the program.
  ['/programa', ['/v1/program'], 'Nome do programa', ['/v1/program/preview']],
  ['/revisoes', ['/v1/reviews'], 'Nada para decidir'],
  ['/importacoes', ['/v1/imports'], 'Nenhuma importação ainda'],
  [
    '/relatorios',
    ['/v1/reports/activity', '/v1/reports/liability', '/v1/reports/messages', '/v1/reports/returning'],
    'Taxa de retorno',
  ],
  ['/configuracoes/pessoas', ['/v1/people', '/v1/settings'], 'Bia Atendente'],
];

/** For those who have not signed in. */
const PUBLIC = ['/entrar', '/senha', '/convite'];

/** Every other page: what it loads alone. */
const OTHERS: readonly string[] = [
  ...['/importacoes/nova', '/importacoes/IMPORT', '/mensagens', '/mensagens/MESSAGE', '/revisoes/REVIEW'],
  ...['/alertas', '/relatorios/movimentos', '/relatorios/saldos', '/ativacao', ...PUBLIC],
  ...['/programa/experimentar', '/programa/simular', '/programa/versoes'],
  ...['lojas', 'chaves', 'sessoes', 'auditoria', 'conexao', 'mensagens'].map(
    (page) => `/configuracoes/${page}`,
  ),
];

describePages('what a page loads before it can be used', () => {
  let house: House;
  let browser: ABrowser;
  let saleId: string;
  let customerId: string;
  let others: Record<string, string>;

  beforeAll(async () => {
    browser = await aBrowser();
    house = await openHouse({ program: CLUB, companies: 2 });
    const { sale, customerId: buyer } = await aBuyer(house.tenant, 'Lia Primeira Carga');
    [saleId, customerId] = [sale.id, buyer];
    others = await onesToOpen(house, house.tenants[1]!);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  /** Every script and style that arrives. */
  const filesOf = (page: Page): Response[] => {
    const files: Response[] = [];
    page.on('response', (response) => {
      if (new URL(response.url()).pathname.startsWith('/assets/')) files.push(response);
    });
    return files;
  };
  const kilobytes = async (files: readonly Response[]): Promise<number> => {
    const sizes = await Promise.all(files.map(async (file) => gzipSync(await file.body()).length));
    return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
  };

  it('at the counter: what its page names, who one is, and nothing else', async () => {
    const page = await visit(browser, { house, role: 'staff' });
    const html = await (await page.request.get('/balcao', { headers: { accept: 'text/html' } })).text();
    const named = [...html.matchAll(/assets\/[^"]+/g)].map(([name]) => `/${name}`);
    const files = filesOf(page);
    // Whatever else is asked for never comes.
    await page.route('**/assets/**', (route) =>
      named.includes(new URL(route.request().url()).pathname) ? route.continue() : undefined,
    );
    await page.route('**/v1/**', (route) =>
      new URL(route.request().url()).pathname === '/v1/session' ? route.continue() : undefined,
    );
    await page.goto('/balcao');
    await field(page).and(page.locator(':focus')).waitFor();
    expect(named.length).toBeLessThanOrEqual(COUNTER_FILES);
    expect(new Set(files.map((file) => new URL(file.url()).pathname))).toEqual(new Set(named));
    expect(await kilobytes(files)).toBeLessThanOrEqual(COUNTER_KB);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().close();
  });

  it.each(PAGES)('on %s: so many kilobytes, and its calls all at once', async (...about) => {
    const [path, calls, shows, then] = about;
    const named = (text: string): string => text.replace('SALE', saleId).replace('CUSTOMER', customerId);
    const wanted = calls.map(named);
    const page = await visit(browser, { house });
    const files = filesOf(page);
    const asked: string[] = [];
    let everythingAsked: () => void;
    const all = new Promise<void>((resolve) => (everythingAsked = resolve));
    // None is answered before the last of them is asked: where one waited for another, nothing would ever be shown.
    await page.route('**/v1/**', async (route) => {
      const call = new URL(route.request().url()).pathname;
      asked.push(call);
      if (wanted.every((one) => asked.includes(one))) everythingAsked();
      if (call !== '/v1/session') await all;
      await route.continue();
    });
    await page.goto(named(path));
    await page.getByText(shows).first().waitFor();
    const followed = (then ?? []).map(named);
    await until('what follows', () => Promise.resolve(followed.every((one) => asked.includes(one))));
    expect(asked.toSorted()).toEqual(['/v1/session', ...wanted, ...followed].toSorted());
    expect(files.length).toBeLessThanOrEqual(PAGE_FILES);
    expect(await kilobytes(files)).toBeLessThanOrEqual(PAGE_KB);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().close();
    expect(browser.errors).toEqual([]);
  });

  it.each(OTHERS)('on %s: so many kilobytes', async (path) => {
    const page = await (PUBLIC.includes(path)
      ? browser.page({ baseURL: house.url })
      : visit(browser, { house, tenant: house.tenants[1]! }));
    const files = filesOf(page);
    const refused: string[] = [];
    page.on('response', (answer) => {
      if (answer.status() >= 400 && !PUBLIC.includes(path)) refused.push(answer.url());
    });
    await page.goto(path.replace(/[A-Z]+$/, (name) => others[name]!));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await until('nothing to be on its way', async () => (await page.getByLabel('Carregando…').count()) === 0);
    expect(files.length).toBeLessThanOrEqual(PAGE_FILES);
    expect(await kilobytes(files)).toBeLessThanOrEqual(PAGE_KB);
    expect(refused).toEqual([]);
    await page.context().close();
  });
});

/** What the pages of one thing show: an import, a message and a pair of customers. */
async function onesToOpen({ store }: House, { merchantId, api }: Tenant): Promise<Record<string, string>> {
  const now = new Date();
  const file = `Nome;CPF\nLia Importada;${cpf.generate()}`;
  const { id: imported } = (await api.upload<{ id: string }>('/v1/imports?kind=customers', file)).expect(
    201,
  ).body;
  const identity = { merchantId, saleId: 'sal_1', key: 'earned/1', channel: 'whatsapp' as const };
  const about = { customerId: 'cus_1', kind: 'earned' as const };
  const decision = { at: now, do: 'send' as const, because: null, until: null };
  await store.messages.open([{ identity, about, decision, beginning: { state: 'sending' } }], now);
  const { data } = (await api.get<{ data: { id: string }[] }>('/v1/messages')).expect(200).body;
  const aRecord = async (): Promise<string> =>
    (await store.customers.identify(merchantId, aContact(), now)).customerId;
  const subjects = [await aRecord(), await aRecord()] as const;
  const pair = { merchantId, kind: 'same_customer' as const, subjects };
  const { id: review } = await store.reviews.open(pair, { reasons: [] }, now);
  return { IMPORT: imported, MESSAGE: data[0]!.id, REVIEW: review };
}
