import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBuyer } from '../e2e/shop';
import { until } from '../e2e/until';
import { aBrowser, describePages, expectSound } from './a-browser';
import type { ABrowser } from './a-browser';
import { CLUB } from './club';
import { visit } from './visit';

describePages('the care of a connection', () => {
  let house: House;
  let browser: ABrowser;
  beforeAll(async () => {
    browser = await aBrowser();
    house = await openHouse({ program: CLUB, contacts: 3 });
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('shows an owner the comparisons, makes one, and leads from what it found to the sale', async () => {
    const { company, connectionId, merchantId } = house.tenant;
    const { companyName } = (await house.store.connections.get(merchantId, connectionId))!;
    company.setWebhookMode('dropped');
    const { id } = company.createOrder({ contactId: aBuyer(company).id, totalCents: 10_000 });
    const page = await visit(browser, { house, options: { reducedMotion: 'reduce' } });
    await page.goto('/configuracoes/conexao');
    await page.getByText('Nenhuma conferência ainda').waitFor();
    const facts = page.getByRole('table', { name: companyName, exact: true });
    await facts.getByRole('row', { name: 'Situação Conectada' }).waitFor();
    await facts.getByRole('row', { name: 'Último aviso do Bling ainda não chegou' }).waitFor();
    await expectSound(page);
    await page.getByLabel('Conferir também').selectOption('7');
    await page.getByRole('button', { name: 'Conferir agora' }).click();
    const row = page.getByRole('row', { name: /A pedido.*1, já acertado.*Terminada/ });
    await row.waitFor({ timeout: 30_000 });
    await row.getByRole('button').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('O pedido existe no Bling e não era conhecido aqui.').waitFor();
    await expectSound(page);
    await dialog.getByRole('link', { name: String(id) }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(page.url()).toContain('/vendas/');
    company.setWebhookMode('live');
    company.completeOrder(id);
    await until('its event to be noted', async () => {
      const kept = await house.store.connections.get(merchantId, connectionId);
      return kept?.lastEventAt;
    });

    await page.goto('/configuracoes/conexao');
    await facts.getByRole('row', { name: /^Último aviso do Bling \d\d\/\d\d\/\d{4}/ }).waitFor();
    await facts.getByRole('row', { name: /^Consultas ao Bling hoje [1-9]\d* de 120\.000$/ }).waitFor();
    await page.getByLabel('Conferir a cada').selectOption('PT1H');
    await until('it to be kept', async () => {
      const kept = await house.store.connections.get(merchantId, connectionId);
      return kept?.reconcileEvery === 'PT1H';
    });
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });

  it('begins an import of the contacts with past orders, and leads to the one that is open', async () => {
    const page = await visit(browser, { house, options: { reducedMotion: 'reduce' } });
    await page.goto('/configuracoes/conexao');
    await page.getByLabel('Trazer também os pedidos antigos').selectOption('P6M');
    await page.getByText('Os pedidos antigos rendem benefício').waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: 'Importar os contatos do Bling' }).click();
    await page.getByRole('heading', { name: 'Importação de contatos do Bling' }).waitFor();
    expect(page.url()).toMatch(/\/importacoes\/imp_/);
    const { merchantId, connectionId } = house.tenant;
    await until('it to be over', async () => {
      const found = (await house.store.contactImports.list(merchantId, { limit: 1 }))[0];
      return found?.state === 'finished';
    });
    const asked = { cause: 'person' as const, changed: null, history: null, zone: 'America/Sao_Paulo' };
    const open = { id: 'imp_open', merchantId, connectionId, ...asked };
    const begun = (await house.store.contactImports.open(open, new Date()))!;
    const counts = { ...begun.counts, contacts: 1_234, created: 1_234 };
    await house.store.contactImports.advance(begun, { counts });
    await page.goto('/configuracoes/conexao');
    // How far it is is shown as long as it is open, and whoever wants another is told so.
    await page.getByText('1.234 contatos', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Ver a importação em andamento' }).waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: 'Importar os contatos do Bling' }).click();
    await page.getByRole('alert').first().waitFor();
    await page.getByRole('link', { name: 'Ver a importação em andamento' }).click();
    await page.waitForURL(/imp_open/);
    await house.store.contactImports.end(merchantId, 'imp_open', 'cancelled', new Date());
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });

  it('pauses a company after saying what that means, has it go on, and disconnects it', async () => {
    const { company } = house.tenant;
    const page = await visit(browser, { house, options: { reducedMotion: 'reduce' } });
    await page.goto('/configuracoes/conexao');
    await page.getByRole('button', { name: 'Pausar' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('deixam de ser lidos até você retomar').waitFor();
    await expectSound(page);
    await dialog.getByRole('button', { name: 'Pausar' }).click();
    await page.getByText('A conexão está pausada.').waitFor();
    await page.getByText('Os pedidos desta empresa não são lidos').waitFor();
    expect(await page.getByRole('button', { name: 'Conferir agora' }).count()).toBe(0);
    await expectSound(page);
    await page.getByRole('button', { name: 'Retomar' }).click();
    await page.getByRole('button', { name: 'Conferir agora' }).waitFor();

    await page.getByRole('button', { name: 'Desconectar' }).click();
    await dialog.getByText('será preciso autorizar a empresa de novo').waitFor();
    await expectSound(page);
    await dialog.getByRole('button', { name: 'Desconectar' }).click();
    await page.getByText('Esta empresa foi desconectada').waitFor();
    await until('Bling to have its access back', async () => Promise.resolve(!company.isConnected));
    await page.getByRole('button', { name: 'Autorizar de novo' }).waitFor();
    await expectSound(page);
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });
});
