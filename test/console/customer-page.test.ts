import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cpf } from 'cpf-cnpj-validator';
import type { Locator, Page } from 'playwright-core';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { until } from '../e2e/until';
import { aBrowser, describePages, expectSound, inBothWindows, windowNow } from './a-browser';
import type { ABrowser } from './a-browser';
import { CLUB } from './club';
import { visit } from './visit';
import type { Visitor } from './visit';

interface SaleJson {
  id: string;
  status: string;
  customerId: string;
}

describePages('the page of a customer', () => {
  let house: House;
  let browser: ABrowser;
  const document = cpf.generate();
  let maria: string;
  let other: string;

  beforeAll(async () => {
    house = await openHouse({ program: CLUB });
    maria = await sold('M-1', 10_000, { name: 'Maria da Silva', document });
    await sold('M-2', 3_990, { name: 'Maria da Silva', document });
    other = await sold('M-3', 20_000, { name: 'Maria Silva', phone: '(11) 98765-4321' });
    browser = await aBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  async function sold(externalId: string, totalCents: number, customer: object): Promise<string> {
    const { api } = house.tenant;
    const posted = await api.post<SaleJson>('/v1/sales', {
      ...{ channel: 'pos', externalId, totalCents, status: 'completed', silent: true, customer },
      soldAt: new Date().toISOString(),
    });
    const { id } = posted.expect(201).body;
    const sale = await until('the sale to have earned', async () => {
      const { body } = await api.get<SaleJson>(`/v1/sales/${id}`);
      return body.status === 'active' ? body : null;
    });
    return sale.customerId;
  }
  const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
  const opened = async (id: string, change: Partial<Visitor> = {}): Promise<Page> => {
    const page = await visit(browser, { house, ...change });
    await page.goto(`/clientes/${id}`);
    await page.getByRole('heading', { name: 'Carteira' }).waitFor();
    return page;
  };
  const centsIn = (text: string): number => Number(text.replace(/\D/g, ''));
  const available = async (page: Page): Promise<number> => {
    const row = part(page, 'Carteira')
      .getByRole('table', { name: 'Cashback', exact: true })
      .locator('tr')
      .first();
    return centsIn(await row.locator('td').innerText());
  };

  it('is found by a document as people write it, from the list of customers', async () => {
    const page = await visit(browser, { house });
    await page.goto('/clientes');
    await page.getByText('Procure um cliente').waitFor();
    const written = document.replace(/(\d{3})(\d{3})(\d{3})(\d{2})/, '$1.$2.$3-$4');
    await page.getByRole('searchbox').pressSequentially(written);
    await page.getByRole('link', { name: 'Maria da Silva' }).waitFor();
    await until('the address', () =>
      Promise.resolve(new URL(page.url()).searchParams.get('busca') === written),
    );
    await expectSound(page);
    await page.getByRole('searchbox').fill('ninguem@example.com');
    await page.getByText('Nenhum cliente encontrado').waitFor();
    await page.context().close();
  });

  inBothWindows(() => {
    it('13: opens a balance to the lots that make it up, with their sum', async () => {
      const page = await opened(maria);
      const lots = page.getByRole('table', { name: 'De onde vem: Cashback' });
      await lots.waitFor();
      const amounts = await lots.locator('tbody tr td:nth-child(3)').allInnerTexts();
      expect(amounts.length).toBeGreaterThan(1);
      const sum = centsIn(await lots.locator('tfoot td').first().innerText());
      expect(amounts.map(centsIn).reduce((total, cents) => total + cents, 0)).toBe(sum);
      expect(await available(page)).toBe(sum);
      await expectSound(page);
      await page.context().close();
    });

    it('11: adjusts a balance only with a reason, and the statement names who did it and cannot be edited', async () => {
      const page = await opened(maria);
      await page.getByRole('table', { name: 'De onde vem: Cashback' }).waitFor();
      const before = await available(page);
      const reason = `Brinde ${windowNow().width}`;
      await page.getByRole('button', { name: 'Ajustar o saldo' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Valor em reais').fill('7,50');
      await dialog.getByRole('button', { name: 'Ajustar', exact: true }).click();
      await dialog.getByText('Escreva o motivo').waitFor();
      await expectSound(page);
      await dialog.getByLabel('Motivo').fill(reason);
      await dialog.getByRole('button', { name: 'Ajustar', exact: true }).click();
      const statement = part(page, 'Extrato');
      const entry = statement.getByRole('row').filter({ hasText: reason });
      await entry.waitFor();
      expect(await entry.innerText()).toContain('Bia Atendente');
      await until('the balance', async () => (await available(page)) === before + 750);
      const actors = await statement.locator('tbody tr td:nth-child(3)').allInnerTexts();
      expect(actors.every((text) => text.trim() !== '')).toBe(true);
      const [key] = await house.store.merchants.keys(house.tenant.merchantId);
      expect(actors.some((text) => text.startsWith(`Chave ${key!.label}, pela venda`))).toBe(true);
      expect(await statement.locator('button, input, [contenteditable]').count()).toBe(0);
      await page.getByRole('button', { name: 'Trocar o link' }).click();
      await page.getByRole('dialog', { name: 'Trocar o link' }).waitFor();
      await expectSound(page);
      await page.context().close();
    });
  });

  it('shows the newest movements, and the older ones on demand', async () => {
    const id = await sold('M-4', 5_000, { name: 'Nina Movimentada', document: cpf.generate() });
    const { api } = house.tenant;
    for (let n = 1; n <= 20; n += 1) {
      const body = { type: 'cashback', cents: n, reason: `Brinde ${n}` };
      (await api.post(`/v1/customers/${id}/adjustments`, body)).expect(201);
    }
    const page = await opened(id);
    const statement = part(page, 'Extrato');
    const rows = statement.locator('tbody tr');
    expect(await rows.count()).toBe(20);
    expect(await rows.first().innerText()).toContain('Brinde 20');
    await statement.getByRole('button', { name: 'Mostrar mais antigos' }).click();
    await until('the older ones', async () => (await rows.count()) === 22);
    expect(await statement.getByRole('button').count()).toBe(0);
    await page.context().close();
  });

  const vouchersOf = async (id: string): Promise<string> => {
    const { body } = await house.tenant.api.get<{ vouchers: { code: string }[] }>(
      `/v1/customers/${id}/wallet`,
    );
    return body.vouchers.map(({ code }) => code).join(', ');
  };

  inBothWindows(() => {
    it('14: shows what a merge comes to before it is made, and takes it back', async () => {
      const page = await opened(maria);
      await page.getByRole('table', { name: 'De onde vem: Cashback' }).waitFor();
      const before = await available(page);
      await page.getByRole('button', { name: 'Unir com outro cadastro' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Procure o outro cadastro').fill('98765-4321');
      await dialog.getByRole('button', { name: 'Comparar com Maria Silva' }).click();
      const preview = dialog.getByRole('table', { name: 'Como fica' });
      const balances = preview.getByRole('row', { name: /^Cashback disponível/ }).locator('td');
      await balances.first().waitFor();
      const [into, from, after] = (await balances.allInnerTexts()).map(centsIn);
      expect([into, after]).toEqual([before, before + from!]);
      expect(await preview.getByRole('row', { name: /^Telefones/ }).innerText()).toContain('(11) 98765-4321');
      const code = await vouchersOf(other);
      expect(code).not.toBe('');
      const vouchers = preview.getByRole('row', { name: /^Vales/ }).locator('td');
      expect(await vouchers.allInnerTexts()).toEqual(['–', code, code]);
      await dialog.getByText('1 venda muda de cadastro.').waitFor();
      await expectSound(page);
      await dialog.getByLabel('Motivo').fill('Mesma pessoa');
      await dialog.getByRole('button', { name: 'Unir os cadastros' }).click();
      await until('the balance of both', async () => (await available(page)) === after);
      expect(await vouchersOf(maria)).toBe(code);

      await part(page, 'Uniões de cadastros').getByRole('button', { name: 'Desfazer' }).click();
      const undo = page.getByRole('dialog');
      await undo.getByLabel('Motivo').fill('São mãe e filha');
      await expectSound(page);
      await undo.getByRole('button', { name: 'Desfazer a união' }).click();
      await until('its own balance', async () => (await available(page)) === before);
      expect([await vouchersOf(maria), await vouchersOf(other)]).toEqual(['', code]);
      await page
        .getByText(/^Desfeita em .+ São mãe e filha$/)
        .first()
        .waitFor();
      await page.goto(`/clientes/${other}`);
      await page.getByRole('heading', { name: 'Maria Silva' }).waitFor();
      await page.getByRole('table', { name: 'De onde vem: Cashback' }).waitFor();
      expect(await available(page)).toBe(from);
      await page.context().close();
    });
  });

  it('asks of each pair of different documents by itself whether it is one person', async () => {
    const as = (name: string): object => ({ name, document: cpf.generate() });
    const ivo = await sold('M-5', 1_000, as('Ivo Prado'));
    for (const name of ['Um', 'Dois']) await sold(`M-${name}`, 1_000, as(`Ivo Prado ${name}`));
    const page = await opened(ivo);
    await page.getByRole('button', { name: 'Unir com outro cadastro' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Procure o outro cadastro').fill('Ivo Prado');
    const sure = dialog.getByLabel('Confirmei que é a mesma pessoa');
    const unite = dialog.getByRole('button', { name: 'Unir os cadastros' });
    await dialog.getByRole('button', { name: 'Comparar com Ivo Prado Um' }).click();
    await sure.check();
    expect(await unite.isDisabled()).toBe(false);
    await expectSound(page);
    await dialog.getByRole('button', { name: 'Comparar com Ivo Prado Dois' }).click();
    await sure.waitFor();
    expect(await sure.isChecked()).toBe(false);
    expect(await unite.isDisabled()).toBe(true);
    await page.context().close();
  });

  it('shows staff no whole document, and offers neither adjustments nor merges', async () => {
    const page = await opened(maria, { role: 'staff' });
    await part(page, 'Extrato').locator('tbody tr').first().waitFor();
    expect(await page.getByRole('button', { name: /Ajustar|Unir/ }).count()).toBe(0);
    expect(await part(page, 'Identificação').innerText()).toContain(`***.***.${document.slice(6, 9)}-**`);
    expect((await page.locator('body').innerText()).replace(/\D/g, ' ')).not.toMatch(/\d{11}/);
    await page.context().close();
  });

  it('shows by what the customer is written to and who said so, and notes what they say', async () => {
    const page = await opened(other, { options: { reducedMotion: 'reduce' } });
    const consents = part(page, 'Mensagens que aceita');
    await consents.getByRole('row', { name: /WhatsApp ainda não disse/ }).waitFor();
    await consents.getByRole('button', { name: 'Registrar o que o cliente disse' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Registrar' }).click();
    await dialog.getByText('sem isso o registro não prova nada').waitFor();
    await dialog.getByLabel('Não quer receber').check();
    await dialog.getByLabel('Com que palavras').fill('Prefiro não receber.');
    await expectSound(page);
    await dialog.getByRole('button', { name: 'Registrar' }).click();
    await consents.getByText('Registrado. Vale para a próxima mensagem.').waitFor();
    await consents.getByRole('row', { name: /WhatsApp não quer receber/ }).waitFor();
    await consents.getByText('Anotado pela loja').waitFor();
    await consents.getByText('“Prefiro não receber.”').waitFor();
    await expectSound(page);
    const [fact] = await house.store.consents.of(house.tenant.merchantId, other);
    expect(fact).toMatchObject({ channel: 'whatsapp', given: false, text: 'Prefiro não receber.' });
    await page.context().close();
  });
});
