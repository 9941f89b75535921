import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cpf } from 'cpf-cnpj-validator';
import type { Locator, Page } from 'playwright-core';
import { aProgram } from '../e2e/builders';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { until } from '../e2e/until';
import { aBrowser, describePages, expectSound } from './a-browser';
import type { ABrowser } from './a-browser';
import { visit } from './visit';

const isOurs = ({ externalId }: { externalId: string }): boolean => externalId.startsWith('N-');

describePages('spreadsheets that are imported', () => {
  let house: House;
  let browser: ABrowser;

  beforeAll(async () => {
    house = await openHouse({ companies: 2, program: aProgram({ messages: {} }) });
    browser = await aBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const opened = async (path: string): Promise<Page> => {
    const page = await visit(browser, { house });
    await page.goto(path);
    return page;
  };
  const choose = (page: Page, name: string, lines: readonly string[]): Promise<void> =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/vnd.ms-excel', buffer: Buffer.from(lines.join('\n')) });
  const look = (page: Page): Promise<void> =>
    page.getByRole('button', { name: 'Conferir sem gravar' }).click();
  const fact = (page: Page, table: string, name: string): Promise<string> =>
    page.getByRole('table', { name: table }).getByRole('row', { name }).locator('td').innerText();
  const sales = async (): Promise<{ externalId: string; totalCents: number }[]> =>
    (
      await house.tenant.api.get<{ data: { externalId: string; totalCents: number }[] }>(
        '/v1/sales?status=active',
      )
    ).expect(200).body.data;

  it('say what to do where there are none, and what is missing where no file was chosen', async () => {
    const page = await visit(browser, { house, tenant: house.tenants[1]! });
    await page.goto('/importacoes');
    await page.getByText('Nenhuma importação ainda').waitFor();
    await expectSound(page);
    await page.getByRole('link', { name: 'Importar uma planilha' }).click();
    await page.getByRole('heading', { name: 'Importar uma planilha' }).waitFor();
    await look(page);
    await page.getByText('Escolha o arquivo.').waitFor();
    await expectSound(page);
    await page.context().close();
  });

  it('are tried first: errors row by row, what is not understood is asked, nothing is written before the start', async () => {
    const page = await opened('/importacoes/nova');
    await choose(page, 'vendas.csv', [
      'Pedido;Data;Valor total;CPF;Situação;Vendedor',
      `P-1;03/11/2026 12:00;"1.234,56";${cpf.generate()};Faturado;Rui`,
      `P-2;03/11/2026 12:00;"100,00";${cpf.generate()};Despachado;Rui`,
      `P-3;03/11/2026 12:00;1.234;${cpf.generate()};Faturado;Rui`,
    ]);
    await look(page);
    await page.getByText('Código: status_unclear').waitFor();
    await expectSound(page);
    await page.getByLabel('O que significa Faturado em Situação').selectOption('Venda concluída');
    await page.getByLabel('O que significa Despachado em Situação').selectOption('Venda em aberto');
    await page.getByRole('button', { name: 'Conferir de novo' }).click();
    const start = page.getByRole('button', { name: 'Importar 2 linhas' });
    await start.waitFor();
    expect(await fact(page, 'Resultado da conferência', 'Seriam criadas')).toBe('2');
    expect(await fact(page, 'Resultado da conferência', 'Com erro')).toBe('1');
    const wrong = page.getByRole('table', { name: 'Erros por linha' }).locator('tbody tr');
    expect(await wrong.count()).toBe(1);
    expect(await wrong.innerText()).toMatch(/^4\s+Valor total\s+Este valor pode ser lido de duas formas/);
    await page.getByRole('region', { name: 'Colunas não usadas' }).getByText('Vendedor').waitFor();
    await expectSound(page);
    expect(await sales()).toEqual([]);
    await start.click();
    await page.getByRole('heading', { name: 'Importação de vendas' }).waitFor();
    await page.getByText('Terminada').waitFor();
    expect(await fact(page, 'Resultado', 'Criadas')).toBe('2');
    await expectSound(page);
    await until('the sale that is done to have earned', async () => (await sales()).length === 1);
    expect(await sales()).toMatchObject([{ externalId: 'P-1', totalCents: 123_456 }]);
    await page.getByRole('link', { name: 'Todas as importações' }).click();
    const rows = page.locator('tbody tr');
    await until('both in the list', async () => (await rows.count()) === 2);
    expect(await rows.filter({ hasText: 'só conferência' }).count()).toBe(1);
    await expectSound(page);
    await page.context().close();
  });

  it('whose titles are not known are read by the columns that somebody chooses', async () => {
    const page = await opened('/importacoes/nova');
    await choose(page, 'nossa.csv', [
      'Ref;Quando foi;Quanto;Doc;Loja',
      `N-1;04/11/2026 12:00;"10,00";${cpf.generate()};norte`,
      `N-2;04/11/2026 12:00;"20,00";${cpf.generate()};norte`,
    ]);
    await look(page);
    await page.getByText('Código: columns_unclear').waitFor();
    await expectSound(page);
    const field = (name: string): Locator => page.getByLabel(name, { exact: true });
    expect(await field('Filial').inputValue()).toBe('Loja');
    await field('Número do pedido').selectOption('Ref');
    await field('Data da venda').selectOption('Quando foi');
    await field('Valor total').selectOption('Quanto');
    await field('CPF ou CNPJ').selectOption('Doc');
    await field('Filial').selectOption('(nenhuma)');
    await page.getByRole('button', { name: 'Conferir de novo' }).click();
    const start = page.getByRole('button', { name: 'Importar 2 linhas' });
    await start.waitFor();
    await page.getByRole('region', { name: 'Colunas não usadas' }).getByText('Loja').waitFor();
    expect(await field('Número do pedido').inputValue()).toBe('Ref');
    expect(await field('Filial').inputValue()).toBe('');
    await expectSound(page);
    await start.click();
    await page.getByText('Terminada').waitFor();
    await until('both to have earned', async () => (await sales()).filter(isOurs).length === 2);
    expect((await sales()).filter(isOurs)).toMatchObject([{ totalCents: 2_000 }, { totalCents: 1_000 }]);
    await page.context().close();
  });

  it('show nothing of a file under another that was chosen while it was tried', async () => {
    const page = await opened('/importacoes/nova');
    const title = 'Pedido;Data;Valor total;CPF';
    const line = (id: string): string => `${id};05/11/2026 12:00;"10,00";${cpf.generate()}`;
    await choose(page, 'primeira.csv', [title, line('Q-1'), line('Q-2'), line('Q-3')]);
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const read = new Set<string>();
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (request.method() === 'GET' && pathname.startsWith('/v1/imports/')) read.add(pathname);
    });
    await page.route(
      '**/v1/imports?*',
      async (route) => {
        const late = await route.fetch();
        await asked;
        await route.fulfill({ response: late });
      },
      { times: 1 },
    );
    await look(page);
    await choose(page, 'segunda.csv', [title, line('Q-4')]);
    const answered = page.waitForResponse('**/v1/imports?*');
    answer();
    await answered;
    await look(page);
    await page.getByRole('button', { name: 'Importar 1 linha' }).waitFor();
    // Of the first file, whose trial was answered, nothing was read.
    expect(read.size).toBe(1);
    await page.context().close();
  });

  it('show how far they are, and follow by themselves', async () => {
    const page = await opened('/importacoes/nova');
    let done = 10;
    const standing = (found: object): object =>
      done < 40 ? { ...found, state: 'running', done, finishedAt: null } : found;
    await page.route('**/v1/imports/imp_*', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: standing((await answer.json()) as object) });
    });
    await page.getByLabel('Clientes', { exact: true }).click();
    const people = Array.from({ length: 40 }, (_, place) => `Severina ${place};${cpf.generate()}`);
    await choose(page, 'clientes.csv', ['Nome;CPF', ...people]);
    await look(page);
    const bar = page.getByRole('progressbar', { name: '10 de 40 linhas' });
    await bar.waitFor();
    expect(await page.getByRole('button', { name: 'Importar', exact: true }).isDisabled()).toBe(true);
    done = 25;
    await page.getByRole('progressbar', { name: '25 de 40 linhas' }).waitFor();
    done = 40;
    await page.getByRole('button', { name: 'Importar 40 linhas' }).waitFor();
    await page.context().close();
  });

  it('of contacts say why they wait, and are paused, go on and are ended on their page', async () => {
    const tenant = house.tenants[1]!;
    tenant.company.injectFault({ kind: 'insufficient-scope', route: 'GET /contatos', times: 99 });
    const begun = await tenant.api.post<{ id: string }>(`/v1/connections/${tenant.connectionId}/imports`);
    const page = await visit(browser, { house, tenant });
    await page.goto(`/importacoes/${begun.expect(201).body.id}`);
    await page.getByRole('heading', { name: 'Importação de contatos do Bling' }).waitFor();
    await page.getByText(/^O Bling não permite ler isto\./).waitFor();
    await page.getByText('Em andamento', { exact: true }).waitFor();
    await expectSound(page);
    const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
    await press('Pausar');
    await page.getByText('Pausada', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Pausar' }).count()).toBe(0);
    await expectSound(page);
    await press('Retomar');
    await page.getByText('Em andamento', { exact: true }).waitFor();
    await press('Cancelar');
    await page.getByText('Cancelada', { exact: true }).waitFor();
    await page.getByText('O que já foi gravado fica.', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: /^(Pausar|Retomar|Cancelar)$/ }).count()).toBe(0);
    await expectSound(page);
    await page.context().close();
  });

  it('that cannot be read are refused in words, and staff are told that it is not for them', async () => {
    const page = await opened('/importacoes/nova');
    await choose(page, 'nada.csv', ['Coisa;Outra', '1;2']);
    await look(page);
    await page.getByText('Código: columns_unclear').waitFor();
    expect(await page.getByText('Escolha uma coluna').count()).toBe(4);
    await page.context().close();
    const staff = await visit(browser, { house, role: 'staff' });
    await staff.goto('/importacoes');
    await staff.getByRole('heading', { name: 'Você não tem acesso a esta página' }).waitFor();
    await staff.context().close();
    expect(browser.errors).toEqual([]);
  });
});
