import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { saleIdOf } from '../../src/ids';
import { aCounterSale, sold } from '../e2e/counter';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBuyer, anOrder } from '../e2e/shop';
import type { SaleJson } from '../e2e/shop';
import { until } from '../e2e/until';
import { situationIds } from '../../simulator';
import { aBrowser, describePages, expectSound } from './a-browser';
import type { ABrowser } from './a-browser';
import { CLUB } from './club';
import { visit } from './visit';

describePages('the connection with Bling', () => {
  let house: House;
  let browser: ABrowser;
  beforeAll(async () => {
    browser = await aBrowser();
    house = await openHouse({ program: CLUB });
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('lets an owner say what each situation means, after showing what that touches, and applies it to open sales', async () => {
    const { company, api, merchantId } = house.tenant;
    const { id } = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
    company.setSituation(id, situationIds.verified);
    const sale = async (): Promise<SaleJson | undefined> =>
      (await api.get<{ data?: SaleJson[] }>(`/v1/sales?channel=bling&externalId=${id}`)).body.data?.[0];
    const saleId = saleIdOf({ merchantId, channel: 'bling', externalId: String(id) });
    await until('the sale to be read', async () => {
      const known = await house.store.sales.get(merchantId, saleId);
      return known !== null && known.source.readAt !== null;
    });

    const page = await visit(browser, { house, options: { reducedMotion: 'reduce' } });
    await page.goto('/configuracoes/conexao');
    await page.getByRole('button', { name: 'Escolher situações' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Verificado').selectOption('completed');
    await expectSound(page);
    await dialog.getByRole('button', { name: 'Ver o que muda' }).click();
    await dialog.getByText('1 venda passa a concluída.').waitFor();
    await expectSound(page);
    expect((await sale())?.status).toBe('waiting');
    // Another thought: what was seen is of the choice before.
    await dialog.getByLabel('Em andamento').selectOption('cancelled');
    await dialog.getByRole('button', { name: 'Ver o que muda' }).click();
    await dialog.getByText('1 venda passa a concluída.').waitFor();
    await dialog.getByLabel('Em andamento').selectOption('open');
    await dialog.getByRole('button', { name: 'Ver o que muda' }).click();
    await dialog.getByRole('button', { name: 'Aplicar' }).click();
    await page.getByText('A escolha já vale.').waitFor();
    await until('the sale to earn', async () => (await sale())?.status === 'active');
    await expectSound(page);

    await page.getByRole('button', { name: 'Escolher situações' }).click();
    expect(await dialog.getByLabel('Verificado').inputValue()).toBe('completed');
    await dialog.getByRole('button', { name: 'Ver o que muda' }).click();
    await dialog.getByText('Nada muda').waitFor();
    for (const name of ['Atendido', 'Finalizado', 'Verificado'])
      await dialog.getByLabel(name).selectOption('open');
    await dialog.getByText('Escolha ao menos uma situação').waitFor();
    await expectSound(page);
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });

  it('lets the numbers be written where the app may not read the situations, and offers the channels to a store', async () => {
    const { company } = house.tenant;
    company.injectFault({ kind: 'insufficient-scope', route: 'GET /situacoes/modulos', times: 99 });
    const page = await visit(browser, { house, options: { reducedMotion: 'reduce' } });
    await page.goto('/configuracoes/conexao');
    await page.getByRole('button', { name: 'Escolher situações' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('O Bling não deixa este aplicativo ler').waitFor();
    await dialog.getByLabel('Situações que concluem a venda').fill('9, vinte');
    await dialog.getByText('Escolha ao menos uma situação').waitFor();
    await dialog.getByLabel('Situações que concluem a venda').fill('9, 24');
    await dialog.getByLabel('Situações que cancelam a venda').fill('12');
    await expectSound(page);
    await dialog.getByRole('button', { name: 'Ver o que muda' }).click();
    await dialog.getByRole('status').waitFor();

    await page.goto('/configuracoes/lojas');
    await page.getByRole('button', { name: 'Cadastrar loja' }).click();
    await dialog.getByText('Canais do Bling sem loja').waitFor();
    await expectSound(page);
    const offered = dialog.getByRole('button', { name: /^Usar / });
    const before = await offered.count();
    await offered.first().click();
    expect(await dialog.getByLabel('Canais de venda e caixas').inputValue()).toMatch(/^\d+$/);
    expect(await offered.count()).toBe(before - 1);
    await dialog.getByLabel('Nome').fill('Loja virtual');
    await dialog.getByRole('button', { name: 'Salvar' }).click();
    await page.getByText('A loja Loja virtual foi salva.').waitFor();
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });

  it('shows orders without a channel by themselves: in the list of sales, on their page, and in the reports', async () => {
    const { tenant } = house;
    const { company, merchantId, api } = tenant;
    const { id } = anOrder(company, { contactId: aBuyer(company).id, totalCents: 12_345 });
    company.completeOrder(id);
    const saleId = saleIdOf({ merchantId, channel: 'bling', externalId: String(id) });
    await until(
      'the order to earn',
      async () => ((await house.store.sales.get(merchantId, saleId))?.benefit.earnedCents ?? 0) > 0,
    );
    const store = { name: 'Balcão', zone: 'America/Sao_Paulo', channels: ['balcao'], documents: [] };
    const shop = (await api.post<{ id: string }>('/v1/stores', store)).expect(201).body;
    await sold(tenant, aCounterSale('balcao', { totalCents: 10_000 }));

    const page = await visit(browser, { house, options: { reducedMotion: 'reduce' } });
    await page.goto('/vendas');
    const rows = page.getByRole('table', { name: /^Vendas/ }).locator('tbody tr');
    await rows.first().waitFor();
    const all = await rows.count();
    await page.getByLabel('Loja', { exact: true }).selectOption('Sem canal ou loja');
    await until('the other store’s to be gone', async () => (await rows.count()) < all);
    await expectSound(page);
    await page.goto(`/vendas/${saleId}`);
    const facts = page.getByRole('table', { name: 'Dados da venda' });
    await facts.getByRole('row', { name: 'Loja sem canal' }).waitFor();

    await page.goto('/relatorios?por=origem');
    const line = page
      .getByRole('table', { name: 'Retorno e resgate por loja e canal' })
      .getByRole('row', { name: /^sem canal Bling/ });
    await line.getByRole('link', { name: /ver as vendas/ }).click();
    await rows.first().waitFor();
    expect(new URL(page.url()).searchParams.get('loja')).toBe('none');
    const totals = await rows.locator('td:nth-child(3)').allInnerTexts();
    expect(totals.map((total) => total.replace(/\s/g, ' '))).toContain('R$ 123,45');

    const channels = async (row: string): Promise<void> => {
      await page.goto('/configuracoes/conexao');
      await page.getByRole('button', { name: 'Ver os canais de venda' }).click();
      await page.getByRole('dialog').getByRole('row', { name: row, exact: true }).waitFor();
      await expectSound(page);
    };
    await channels('Sem canal nenhuma loja');
    (await api.patch(`/v1/stores/${shop.id}`, { channels: ['balcao', '0'] })).expect(200);
    await channels('Sem canal Balcão');
    await page.goto('/configuracoes/lojas');
    await page.getByText('Canais: balcao, pedidos sem canal').waitFor();
    await page.goto('/programa');
    await page.getByRole('button', { name: 'Mais condições e limites: Regra 1' }).click();
    const rule = page.getByRole('region', { name: 'Regra 1' });
    await rule.getByRole('button', { name: 'Incluir Balcão' }).click();
    await rule.getByText(/compras na loja balcao ou sem canal de venda/).waitFor();
    await expectSound(page);
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });

  it('says which permission is missing, and not that the authorisation is lost', async () => {
    const { connectionId, merchantId } = house.tenant;
    const { connections } = house.store;
    const refused = { reason: 'forbidden' as const, asked: 'contact' as const, since: new Date() };
    await connections.configure(merchantId, connectionId, { refused });
    const page = await visit(browser, { house, options: { reducedMotion: 'reduce' } });
    await page.goto('/configuracoes/conexao');
    await page.getByText('Falta uma permissão no Bling').waitFor();
    await page.getByText('O Bling não deixa ler os contatos.', { exact: false }).waitFor();
    expect(await page.getByText('O Bling não aceita mais a autorização').count()).toBe(0);
    await expectSound(page);
    await connections.configure(merchantId, connectionId, { refused: null });
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });

  it('lets an owner count NFC-e as sales, from then on, and count them no more', async () => {
    const { company, connectionId, merchantId } = house.tenant;
    const since = async (): Promise<Date | null | undefined> =>
      (await house.store.connections.get(merchantId, connectionId))?.consumerInvoicesSince;
    const page = await visit(browser, { house, options: { reducedMotion: 'reduce' } });
    await page.goto('/configuracoes/conexao');
    const box = page.getByRole('checkbox', { name: 'As NFC-e sem pedido também valem como venda' });
    await page.getByText('Desligado: só os pedidos de venda rendem.').waitFor();
    expect(await box.isChecked()).toBe(false);
    await box.click();
    await page.getByText('Rendem as NFC-e emitidas desde').waitFor();
    expect(await box.isChecked()).toBe(true);
    expect(await since()).toBeInstanceOf(Date);
    await expectSound(page);

    const { id, number } = company.issueInvoice({ contactId: aBuyer(company).id, totalCents: 10_000 });
    const saleId = saleIdOf({ merchantId, channel: 'bling', externalId: `nfce-${id}` });
    await until('the NFC-e to earn', async () => {
      const sale = await house.store.sales.get(merchantId, saleId);
      return sale?.benefit.status === 'active';
    });
    await page.goto(`/vendas/${saleId}`);
    await page.getByText(String(number)).first().waitFor();
    await page.getByText('NFC-e autorizada').waitFor();
    await expectSound(page);

    await page.goto('/configuracoes/conexao');
    expect(await box.isChecked()).toBe(true);
    await box.click();
    await page.getByText('Desligado: só os pedidos de venda rendem.').waitFor();
    expect(await box.isChecked()).toBe(false);
    expect(await since()).toBeNull();
    await expectSound(page);
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });
});
