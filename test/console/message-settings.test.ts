import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBrowser, describePages, expectSound } from './a-browser';
import type { ABrowser } from './a-browser';
import { visit } from './visit';

describePages('how customers are written to', () => {
  let house: House;
  let browser: ABrowser;

  beforeAll(async () => {
    house = await openHouse({ worker: false });
    browser = await aBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const inForce = async (page: Page): Promise<unknown> =>
    ((await (await page.request.get('/v1/settings')).json()) as { messages: unknown }).messages;

  it('is settled by owners, whole, and stays as it was where something is wrong', async () => {
    const page = await visit(browser, { house, role: 'owner' });
    await page.goto('/configuracoes/mensagens');
    const quiet = page.getByRole('checkbox', { name: 'Não enviar mensagens em certos horários' });
    await quiet.waitFor();
    await expectSound(page);
    expect(await quiet.isChecked()).toBe(false);
    await quiet.check();
    await page.getByLabel('Das', { exact: true }).fill('25:00');
    await page.getByLabel('Por dia').fill('0');
    await page.getByRole('button', { name: 'Salvar' }).click();
    await page.getByText('Escreva a hora como 20:00.').waitFor();
    await page.getByText('Escreva um número de 1 a 100, ou deixe vazio.').waitFor();
    await expectSound(page);
    expect(await inForce(page)).toMatchObject({ quietHours: null, caps: { perDay: null } });

    await page.getByLabel('Das', { exact: true }).fill('21:30');
    await page.getByLabel('Sábado').check();
    await page.getByLabel('Por dia').fill('2');
    await page.getByRole('radio', { name: 'Só a quem autorizou' }).check();
    await page.getByRole('button', { name: 'Salvar' }).click();
    await page.getByText('As regras de envio foram salvas e já valem.').waitFor();
    expect(await inForce(page)).toEqual({
      basis: 'opt_in',
      quietHours: { from: '21:30', to: '08:00', days: [6, 7] },
      caps: { perDay: 2, perThirtyDays: null },
      holdout: 0,
    });
    await page.getByRole('button', { name: 'Ver as mensagens' }).click();
    await page.getByRole('button', { name: 'Vencimento próximo' }).click();
    const shown = page.getByRole('region', { name: 'Vencimento próximo' });
    await shown.getByText('O programa em vigor envia por WhatsApp e e-mail.').waitFor();
    await shown.getByText(/Olá, Ana! Passando para lembrar: no programa .+ R\$\s12,50/).waitFor();
    await shown.getByText(/^E-mail, assunto: Seu benefício vence em 30\/06\/2030/).waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: 'Mudar o texto do e-mail' }).click();
    const form = page.getByRole('form', { name: 'Texto do e-mail' });
    await form.getByLabel('Assunto').fill('{nome}, não perca {beneficio}');
    await form.getByLabel('Começo').fill('Aqui é da Loja.\nTemos {novidades}!');
    await form.getByRole('button', { name: 'Salvar' }).click();
    await form.getByText(/\{novidades\} não é preenchido nesta mensagem/).waitFor();
    await form.getByLabel('Começo').fill('Aqui é da Loja.\nTemos novidades!');
    await expectSound(page);
    await form.getByRole('button', { name: 'Salvar' }).click();
    await page.getByText('O texto foi salvo e vale para os próximos e-mails.').waitFor();
    await page.getByText(/^E-mail, assunto: Ana, não perca R\$\s12,50/).waitFor();
    await page.getByText(/Aqui é da Loja\.\s+Temos novidades!\s+Passando para lembrar/).waitFor();
    await page.goto('/configuracoes/auditoria');
    await page.getByText('{nome}, não perca {beneficio}').first().waitFor();
    await page.getByText('21:30–08:00').first().waitFor();
    await page.getByText('quem autorizou').first().waitFor();
    await expectSound(page);
    await page.context().close();
    expect(browser.errors).toEqual([]);
  });
});
