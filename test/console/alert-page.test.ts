import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { saleIdOf } from '../../src/ids';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBrowser, describePages, expectSound } from './a-browser';
import type { ABrowser } from './a-browser';
import { visit } from './visit';

describePages('alerts', () => {
  let house: House;
  let browser: ABrowser;
  let saleId: string;

  beforeAll(async () => {
    house = await openHouse({ worker: false, companies: 2 });
    const { merchantId } = house.tenant;
    const identity = { merchantId, channel: 'pos' as const, externalId: 'P-1' };
    saleId = saleIdOf(identity);
    const raise = (
      kind: 'step_stuck' | 'bling_refused' | 'queue_unattended',
      facts: object,
    ): Promise<unknown> =>
      house.store.alerts.raise(
        { merchantId, kind, subject: kind },
        { text: `Algo sobre ${kind}.`, facts: { ...facts } },
        new Date(),
      );
    await raise('step_stuck', { workflowId: `sale/${merchantId}/pos/P-1` });
    await raise('bling_refused', { connectionId: 'con_1' });
    await raise('queue_unattended', { queue: 'sales' });
    await house.store.alerts.resolve({ merchantId, kind: 'queue_unattended' }, new Date());
    browser = await aBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const opened = async (role: 'owner' | 'manager', path: string): Promise<Page> => {
    const page = await visit(browser, { house, role });
    await page.goto(path);
    return page;
  };

  it('are counted on the first page, which leads to them, and each leads to what it is about', async () => {
    const page = await opened('owner', '/inicio');
    await page.getByRole('link', { name: 'Alertas em aberto' }).click();
    await page.getByRole('heading', { name: 'Alertas', level: 1 }).waitFor();
    const rows = page.locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(2);
    await expectSound(page);
    const [sale, connections] = ['Abrir a venda', 'Abrir as conexões'].map((name) =>
      page.getByRole('link', { name }),
    );
    expect(await sale!.getAttribute('href')).toBe(`/vendas/${saleId}`);
    expect(await connections!.getAttribute('href')).toBe('/configuracoes/conexao');
    await page.getByLabel('Situação').selectOption('Todos, também os encerrados');
    await page.getByText('Um serviço da instalação está parado').waitFor();
    await page.getByText(/^Encerrado em/).waitFor();
    expect(new URL(page.url()).search).toBe('?situacao=todos');
    await connections!.click();
    await page.getByRole('heading', { name: 'Conexão com o Bling' }).waitFor();
    await page.context().close();
  });

  it('tell managers who may mend a connection, and say so where there are none', async () => {
    const page = await opened('manager', '/alertas');
    await page.getByText('Quem cuida das conexões é o dono da loja.').waitFor();
    await page.context().close();
    const other = await visit(browser, { house, tenant: house.tenants[1]! });
    await other.goto('/alertas');
    await other.getByText('Nenhum alerta em aberto').waitFor();
    await expectSound(other);
    await other.context().close();
    expect(browser.errors).toEqual([]);
  });
});
