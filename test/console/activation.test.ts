import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { aProgram } from '../e2e/builders';
import { openHouse } from '../e2e/house';
import type { House, Tenant } from '../e2e/house';
import { aBuyer, anOrder } from '../e2e/shop';
import { aBrowser, DESKTOP, describePages, expectSound, inBothWindows, windowNow } from './a-browser';
import type { ABrowser } from './a-browser';
import { visit } from './visit';

describePages('the activation', () => {
  let house: House;
  let browser: ABrowser;

  beforeAll(async () => {
    house = await openHouse({ worker: false, companies: 2 });
    for (const { merchantId } of house.tenants) await house.store.merchants.setLive(merchantId, null);
    browser = await aBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  /** One for each window: what is done is not to be undone. */
  const tenantNow = (): Tenant => house.tenants[windowNow() === DESKTOP ? 1 : 0]!;
  const opened = async (role: 'owner' | 'manager' = 'owner', path = '/ativacao'): Promise<Page> => {
    const page = await visit(browser, { house, tenant: tenantNow(), role });
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  const step = (page: Page, name: string): Locator => page.getByRole('region', { name });
  const button = (within: Page | Locator, name: string): Locator =>
    within.getByRole('button', { name, exact: true });

  inBothWindows(() => {
    it('18: has five steps, each ticked by a real check, goes on where it was left, and bars going live until the reference sale passes', async () => {
      const { company, api, merchantId } = tenantNow();
      const first = await opened('owner', '/inicio');
      await first.getByText('Esta loja não está no ar').waitFor();
      await first.getByRole('link', { name: 'Ver o que falta na ativação' }).click();
      const checks = step(first, '2. Conferir o que o Bling deixa ler');
      await step(first, '1. Conectar a empresa do Bling').getByText('Concluído').waitFor();
      await checks.getByText('Falta', { exact: true }).waitFor();
      expect(await button(first, 'Entrar no ar').isDisabled()).toBe(true);
      await expectSound(first);
      await checks.getByRole('button', { name: /^Conferir / }).click();
      await checks.getByText('Pedidos de venda: lidos').waitFor();
      await checks.getByText('Concluído').waitFor();
      await first.getByText('Passos concluídos: 3 de 5').waitFor();
      await first.context().close();

      // Left and taken up again.
      (await api.put('/v1/program', aProgram())).expect(200);
      const page = await opened();
      await step(page, '2. Conferir o que o Bling deixa ler').getByText('Concluído').waitFor();
      await step(page, '3. Publicar o programa').getByText('Concluído').waitFor();
      const sale = step(page, '4. Aprovar uma venda de referência');
      await sale.getByText('Nenhuma venda de referência foi aprovada.').waitFor();
      expect(await button(page, 'Entrar no ar').isDisabled()).toBe(true);
      const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 10_000 });
      company.completeOrder(order.id);
      await sale.getByLabel('Id do pedido no Bling').fill('123');
      await button(sale, 'Ver o cálculo').click();
      await sale.getByText('Pedido não encontrado', { exact: false }).waitFor();
      await sale.getByLabel('Id do pedido no Bling').fill(String(order.id));
      await button(sale, 'Ver o cálculo').click();
      await sale.getByText(/^Ganharia R\$\s/).waitFor();
      await expectSound(page);
      await button(sale, 'Aprovar este cálculo').click();
      await sale.getByText(/aprovado pela versão 1 do programa/).waitFor();
      await page.getByText('Passos concluídos: 4 de 5').waitFor();

      await button(page, 'Entrar no ar').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('A partir de agora os clientes recebem').waitFor();
      await expectSound(page);
      await button(dialog, 'Entrar no ar').click();
      await page.getByText('No ar', { exact: true }).waitFor();
      expect((await house.store.merchants.activation(merchantId)).liveAt).toBeInstanceOf(Date);

      // Bling takes its word back, which the next call there meets: the steps untick, with the cause.
      company.revokeAccess();
      const connected = step(page, '1. Conectar a empresa do Bling');
      const read = step(page, '2. Conferir o que o Bling deixa ler');
      await read.getByRole('button', { name: /^Conferir / }).click();
      await connected.getByText('O Bling não aceita mais a autorização da empresa.').waitFor();
      for (const lost of [connected, read]) {
        await lost.getByText('Falta', { exact: true }).waitFor();
        expect(await lost.getByText('Concluído').count()).toBe(0);
      }
      await read.getByText('Pedidos de venda: o Bling recusa').waitFor();
      await read.getByRole('button').waitFor({ state: 'detached' });
      const test = step(page, '5. Enviar uma mensagem de teste');
      await test.getByText('Nenhuma mensagem de teste saiu ainda.').waitFor();
      await test.getByLabel('Seu celular').fill('123');
      await button(test, 'Enviar WhatsApp de teste').click();
      await test.getByText('Não é um número de celular.', { exact: false }).waitFor();
      await button(test, 'Enviar e-mail de teste para mim').click();
      await test.getByText('O e-mail de teste saiu para o seu endereço.', { exact: false }).waitFor();
      await test.getByText('Concluído').waitFor();
      await test.getByText(/^E-mail: teste enviado em /).waitFor();
      await expectSound(page);
      await button(page, 'Sair do ar').click();
      await dialog.getByText('os clientes deixam de receber mensagens').waitFor();
      await expectSound(page);
      await button(dialog, 'Sair do ar').click();
      await page.getByText('Fora do ar', { exact: true }).waitFor();
      await page.context().close();
    }, 540_000);
  });

  it('is for the owner: a manager is told so in words', async () => {
    const page = await opened('manager');
    await page.getByText('Você não tem acesso a esta página').waitFor();
    await page.context().close();
  });
});
