import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TOTP } from 'otpauth';
import type { Locator, Page } from 'playwright-core';
import { HttpClient } from '../e2e/http-client';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { until } from '../e2e/until';
import { aBrowser, DESKTOP, describePages, expectSound, inBothWindows, windowNow } from './a-browser';
import type { ABrowser } from './a-browser';
import { aPerson } from './signed-in';
import { visit } from './visit';
import type { Visitor } from './visit';

const ADMINISTRATION = ['pessoas', 'lojas', 'chaves', 'auditoria', 'conexao', 'mensagens'];
const ADMINISTRATIVE = ['people', 'keys', 'audit', 'connections', 'settings'];
/** Many dialogs, each looked at in two sizes. */
const LONG_MS = 540_000;

describePages('the settings', () => {
  let house: House;
  let browser: ABrowser;

  beforeAll(async () => {
    house = await openHouse({ worker: false, companies: 4 });
    const { merchantId } = house.tenant;
    for (const name of ['Centro', 'Norte']) {
      const fields = { name, zone: 'America/Sao_Paulo', channels: [], documents: [] };
      await house.store.shops.create(merchantId, fields, new Date());
    }
    browser = await aBrowser();
  }, LONG_MS);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const opened = async (path: string, { options, ...change }: Partial<Visitor> = {}): Promise<Page> => {
    const still = { reducedMotion: 'reduce' as const, ...options };
    const page = await visit(browser, { house, options: still, ...change });
    await page.goto(`/configuracoes/${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  const press = (within: Page | Locator, name: string): Promise<void> =>
    within.getByRole('button', { name, exact: true }).last().click();
  const rowOf = (page: Page, text: string): Locator => page.locator('tbody tr').filter({ hasText: text });
  const posted = async (page: Page, path: string, data: object): Promise<void> => {
    const answer = await page.request.post(path, { data, headers: { origin: house.url } });
    expect(answer.status()).toBe(201);
  };

  inBothWindows(() => {
    it(
      '24: show a key once with a way to copy it; revoking one says what breaks and counts at once',
      async () => {
        const permissions = ['clipboard-read', 'clipboard-write'];
        const page = await opened('chaves', { options: { permissions } });
        await page.locator('tbody tr').first().waitFor();
        await expectSound(page);
        await press(page, 'Criar chave');
        const dialog = page.getByRole('dialog');
        await press(dialog, 'Criar chave');
        await dialog.getByText('Escreva para que a chave serve.').waitFor();
        await dialog.getByLabel('Para que serve').fill('Caixa do Centro');
        await expectSound(page);
        await press(dialog, 'Criar chave');
        const shown = dialog.getByLabel('Chave', { exact: true });
        await shown.waitFor();
        const key = await shown.inputValue();
        await press(dialog, 'Copiar');
        await dialog.getByText('Copiado.').waitFor();
        expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(key);
        await expectSound(page);
        await press(dialog, 'Fechar');

        const row = rowOf(page, 'Caixa do Centro');
        await row.waitFor();
        expect(await row.innerText()).toMatch(/Caixa\s+[\d/]+ \d\d:\d\d\s+por Bia Atendente\s+Nunca/);
        expect(key.startsWith(/rk_[\w-]+/.exec(await row.innerText())![0])).toBe(true);
        const till = new HttpClient(house.url, key);
        (await till.get('/v1/counter?query=52998224725')).expect(200);
        await until('its last use', async () => {
          await page.reload();
          await row.waitFor();
          return !(await row.innerText()).includes('Nunca');
        });
        expect(await page.content()).not.toContain(key);

        await press(page, 'Revogar Caixa do Centro');
        await dialog.getByText(/^Para de funcionar: o caixa/).waitFor();
        await dialog.getByText(/^Ela foi usada pela última vez em \d\d\/\d\d\/\d{4} \d\d:\d\d\.$/).waitFor();
        await expectSound(page);
        await press(dialog, 'Revogar');
        await page.getByText('A chave Caixa do Centro foi revogada.').waitFor();
        (await till.get('/v1/counter?query=52998224725')).expect(401);
        expect(await row.count()).toBe(0);
        await page.context().close();
      },
      LONG_MS,
    );

    it.each(['staff', 'manager'] as const)(
      '24: give %s no way to the administration, whose addresses and calls say so',
      async (role) => {
        const page = await opened('sessoes', { role });
        await page.getByRole('heading', { name: 'Sessões abertas' }).waitFor();
        expect(await page.getByRole('link', { name: 'Configurações' }).count()).toBe(0);
        expect(await page.locator('a[href*="configuracoes"]').count()).toBe(1);
        for (const path of ADMINISTRATION) {
          await page.goto(`/configuracoes/${path}`);
          await page.getByRole('heading', { name: 'Você não tem acesso a esta página' }).waitFor();
          await page.getByText(/^Esta página é para dono\./).waitFor();
        }
        await expectSound(page);
        for (const call of ADMINISTRATIVE) expect((await page.request.get(`/v1/${call}`)).status()).toBe(403);
        await page.context().close();
      },
      LONG_MS,
    );
  });

  it(
    'invite somebody to some of the stores by a link that is shown once, and take an invitation back',
    async () => {
      const page = await opened('pessoas');
      const invitations = page.getByRole('region', { name: 'Convites em aberto' });
      await invitations.getByText('Nenhum convite espera por alguém.').waitFor();
      await expectSound(page);
      await press(page, 'Convidar uma pessoa');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Nome').fill('Caio Caixa');
      await dialog.getByLabel('E-mail').fill('caio@loja.com.br');
      await dialog.getByRole('checkbox', { name: 'Todas as lojas' }).click();
      await press(dialog, 'Convidar');
      await dialog.getByText('Marque ao menos uma loja, ou todas.').waitFor();
      await dialog.getByRole('checkbox', { name: 'Centro' }).click();
      await expectSound(page);
      await press(dialog, 'Convidar');
      const link = dialog.getByLabel('Link do convite');
      await link.waitFor();
      const token = new URL(await link.inputValue()).hash.slice('#token='.length);
      await expectSound(page);
      await press(dialog, 'Fechar');
      await invitations.getByText(/^caio@loja\.com\.br · atendente · vale até \d\d\/\d\d/).waitFor();
      await page.reload();
      await invitations.getByText('Caio Caixa').waitFor();
      expect(await page.content()).not.toContain(token);

      const body = JSON.stringify({ token, name: 'Caio Caixa', password: 'uma senha bem longa' });
      const headers = { origin: house.url, 'content-type': 'application/json' };
      const accepted = await fetch(`${house.url}/v1/invitations/accept`, { method: 'POST', headers, body });
      expect(accepted.status).toBe(201);
      await posted(page, '/v1/people', { name: 'Duda', email: 'duda@loja.com.br', role: 'manager' });
      await page.reload();
      await rowOf(page, 'Caio Caixa').getByText('Lojas: Centro').waitFor();
      await press(page, 'Cancelar convite de Duda');
      await dialog.getByText(/^O link deixa de servir agora\./).waitFor();
      await expectSound(page);
      await press(dialog, 'Cancelar convite');
      await page.getByText('O convite de Duda foi cancelado.').waitFor();
      await invitations.getByText('Nenhum convite espera por alguém.').waitFor();

      await press(page, 'Mudar o acesso de Caio Caixa');
      await dialog.getByRole('radio', { name: 'gerente' }).click();
      await expectSound(page);
      await press(dialog, 'Salvar');
      await page.getByText('O acesso de Caio Caixa foi mudado.').waitFor();
      expect(await rowOf(page, 'Caio Caixa').innerText()).toMatch(/gerente\s+Todas as lojas/);
      await press(page, 'Remover Caio Caixa');
      await dialog.getByText(/^Caio Caixa perde o acesso já na próxima ação/).waitFor();
      await expectSound(page);
      await press(dialog, 'Remover');
      await page.getByText('Caio Caixa não tem mais acesso.').waitFor();
      expect(await rowOf(page, 'Caio Caixa').count()).toBe(0);
      await page.context().close();
    },
    LONG_MS,
  );

  it(
    'keep the last owner; whoever signs in with a code as well may ask it of all owners',
    async () => {
      const tenant = house.tenants[1]!;
      const { email, password, name } = await aPerson(house, tenant, 'owner');
      const signedIn = async (userAgent?: string): Promise<Page> => {
        const agent = userAgent === undefined ? {} : { userAgent };
        const page = await browser.page({ baseURL: house.url, reducedMotion: 'reduce', ...agent });
        await posted(page, '/v1/session', { email, password });
        return page;
      };
      const tablet = await signedIn('Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537.36');
      const page = await signedIn();
      const dialog = page.getByRole('dialog');
      await page.goto('/configuracoes/pessoas');
      const demanded = page.getByRole('checkbox', { name: /^Exigir a verificação em duas etapas/ });
      await page.getByText('Para exigir dos outros, ative antes a sua.').waitFor();
      expect(await demanded.isDisabled()).toBe(true);
      await press(page, `Remover ${name}`);
      await press(dialog, 'Remover');
      await dialog.getByText('Código: last_owner').waitFor();
      await expectSound(page);
      await press(dialog, 'Cancelar');
      await page.getByRole('link', { name: 'Ir para Meu acesso' }).click();

      const sessions = page.getByRole('region', { name: 'Sessões abertas' });
      await sessions.getByText('esta', { exact: true }).waitFor();
      await expectSound(page);
      await sessions.getByRole('button', { name: /^Encerrar Chrome em Android, de / }).click();
      await until('one session', async () => (await sessions.locator('tbody tr').count()) === 1);
      expect((await tablet.request.get('/v1/session')).status()).toBe(401);

      await press(page, 'Ativar');
      const secret = (await dialog.getByLabel('Segredo para o aplicativo').inputValue()).replace(/ /g, '');
      await dialog.getByLabel('Código de 6 números').fill('12345');
      await dialog.getByLabel('Sua senha').fill(password);
      await press(dialog, 'Confirmar e ativar');
      await dialog.getByText('Código: second_factor_wrong').waitFor();
      await expectSound(page);
      await dialog.getByLabel('Código de 6 números').fill(new TOTP({ secret }).generate());
      await press(dialog, 'Confirmar e ativar');
      const codes = await dialog.getByLabel('Códigos de recuperação').inputValue();
      expect(new Set(codes.split('\n')).size).toBe(10);
      await expectSound(page);
      await press(dialog, 'Guardei os códigos');
      await page.getByText(/^Ativa: além da senha/).waitFor();

      await page.goto('/configuracoes/pessoas');
      await demanded.click();
      await until('the rule', async () => {
        const answer = await page.request.get('/v1/settings');
        return ((await answer.json()) as Record<string, boolean>)['requireSecondFactorForOwners'];
      });
      await page.goto('/configuracoes/sessoes');
      await press(page, 'Remover');
      await dialog.getByLabel('Sua senha').fill(password);
      await dialog.getByLabel('Código do aplicativo ou de recuperação').fill(codes.split('\n')[0]!);
      await expectSound(page);
      await press(dialog, 'Remover');
      await page.getByText(/^Desativada:/).waitFor();
      await page.getByText('Falta a verificação em duas etapas').waitFor();
      for (const one of [page, tablet]) await one.context().close();
    },
    LONG_MS,
  );

  it('add stores and change them; two of one name are refused in words', async () => {
    const page = await opened('lojas');
    await rowOf(page, 'Centro').waitFor();
    await expectSound(page);
    await press(page, 'Cadastrar loja');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nome').fill('Centro');
    await dialog.getByLabel('CNPJ').fill('11.222.333/0001-81');
    await press(dialog, 'Salvar');
    await dialog.getByText('Código: store_taken').waitFor();
    await expectSound(page);
    await dialog.getByLabel('Nome').fill('Sul');
    await press(dialog, 'Salvar');
    await rowOf(page, 'Sul').getByText('CNPJ: 11.222.333/0001-81').waitFor();
    await press(page, 'Mudar a loja Sul');
    await dialog.getByLabel('Canais de venda e caixas').fill('205371\n205372');
    await dialog.getByLabel('Fuso horário').selectOption('America/Manaus');
    await expectSound(page);
    await press(dialog, 'Salvar');
    await page.getByText('A loja Sul foi salva.').waitFor();
    expect(await rowOf(page, 'Sul').innerText()).toMatch(/Amazonas\s+Canais: 205371, 205372/);
    await page.context().close();
  });

  inBothWindows(() => {
    it('15, 16, 17: tell who did what, page by page; what is done meanwhile moves nothing, and one clock counts', async () => {
      const tenant = house.tenants[windowNow() === DESKTOP ? 3 : 2]!;
      const record = (version: number, at: Date): Promise<void> => {
        const by = { actor: { kind: 'installation' as const }, address: null, requestId: null };
        const act = { merchantId: tenant.merchantId, at, ...by, act: 'program.publish' };
        const change = { before: { version }, after: { version: version + 1 } };
        return house.store.audit.record(act, { outcome: 'done', change });
      };
      // Before midnight in the store, and past it in UTC.
      const from = Date.parse('2026-11-20T02:00:00Z');
      for (let version = 1; version <= 40; version += 1)
        await record(version, new Date(from + version * 1_000));
      const page = await opened('pessoas', { tenant });
      await posted(page, '/v1/keys', { label: 'Caixa', scope: 'till' });
      const shown = async (on: Page): Promise<string[]> => {
        await on.locator('tbody tr').first().waitFor();
        return on.locator('tbody tr').allInnerTexts();
      };
      await page.goto('/configuracoes/auditoria');
      const first = await shown(page);
      expect(first).toHaveLength(20);
      expect(await page.locator('[data-act="key.create"]').innerText()).toMatch(
        /Bia Atendente\s+de \S*127\.0\.0\.1\s+Criação de chave de API[^]+Feito\s+Alcance: nada → Caixa/,
      );
      expect(await page.locator('tbody').locator('button, input, [contenteditable]').count()).toBe(0);
      await expectSound(page);
      await press(page, 'Próxima página');
      await until('the second page', async () => (await shown(page))[0] !== first[0]);
      const second = await shown(page);
      expect(second).toHaveLength(20);
      expect(second[0]).toContain('19/11/2026 23:00');
      expect(second.every((line) => !first.includes(line))).toBe(true);
      await record(99, new Date());
      for (const timezoneId of ['UTC', 'America/Manaus']) {
        const other = await visit(browser, { house, tenant, options: { timezoneId } });
        await other.goto(page.url());
        expect(await shown(other)).toEqual(second);
        await other.context().close();
      }
      await page.goto('/configuracoes/auditoria?antes=2020-01-01T00:00:00.000Z');
      await page.getByText('Nada antes deste ponto').waitFor();
      await page.route('**/v1/audit?*', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 2_000));
        await route.fulfill({ status: 500, json: { code: 'internal_error', status: 500 } });
      });
      await page.goto('/configuracoes/auditoria');
      await page.getByText('Carregando a auditoria…').waitFor();
      await page.getByText('Código: internal_error').waitFor();
      await page.context().close();
    });
  });

  it('show how the connection stands, and lead to Bling', async () => {
    const page = await opened('conexao');
    await page.getByText('Conectada', { exact: true }).waitFor();
    await expectSound(page);
    await page.route('**/v1/connections', async (route) => {
      const answer = await route.fetch();
      const { data } = (await answer.json()) as { data: object[] };
      const lost = data.map((one) => ({ ...one, state: 'needs_authorization' }));
      await route.fulfill({ response: answer, json: { data: lost } });
    });
    await page.reload();
    await page.getByText('O Bling não aceita mais a autorização').waitFor();
    await expectSound(page);
    await page.route('**/integrations/bling/connect?*', (route) => route.fulfill({ body: 'a página' }));
    await press(page, 'Autorizar de novo');
    await page.waitForURL('**/integrations/bling/connect?state=*');
  });
});
