import { createServer, request as ask } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { createAccessMailer, createApp, createBlingAccess } from '../../src/api';
import { loadConfig } from '../../src/config';
import { createLogger } from '../../src/log';
import { hashPassword } from '../../src/store';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBrowser, DESKTOP, describePages, expectSound, TABLET, textOf } from './a-browser';
import type { ABrowser } from './a-browser';
import { aPerson, signIn } from './signed-in';

const SIZES = [
  ['a tablet', TABLET],
  ['a computer', DESKTOP],
] as const;
const OPEN_TO_ALL = ['/entrar', '/convite', '/senha', '/senha#token=abc'];

describePages('the pages of the console', () => {
  let house: House;
  let browser: ABrowser;

  beforeAll(async () => {
    browser = await aBrowser();
    house = await openHouse({ worker: false });
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });
  const open = async (path: string, size: { width: number; height: number } = TABLET): Promise<Page> => {
    const page = await browser.page({ viewport: size });
    await page.goto(house.url + path);
    return page;
  };

  it.each(SIZES.flatMap(([what, size]) => OPEN_TO_ALL.map((path) => [path, what, size] as const)))(
    'can be used by everybody: %s on %s',
    async (path, _what, size) => {
      const page = await open(path, size);
      await page.getByRole('heading').first().waitFor();
      await expectSound(page);
    },
  );

  it('send whoever has not signed in to the entrance, and remember where they wanted to go', async () => {
    const page = await browser.page();
    await page.goto(`${house.url}/inicio`);
    await page.getByRole('button', { name: 'Entrar' }).waitFor();
    expect(new URL(page.url()).searchParams.get('ir')).toBe('/inicio');
    await page.goto(`${house.url}/balcao`);
    await page.getByRole('button', { name: 'Entrar' }).waitFor();
    expect(new URL(page.url()).searchParams.get('ir')).toBe('/balcao');
  });

  it('take the token of a link out of the address, and go by it all the same', async () => {
    const page = await open('/senha#token=abc');
    await page.getByRole('button', { name: 'Salvar' }).waitFor();
    expect(new URL(page.url())).toMatchObject({ pathname: '/senha', search: '', hash: '' });
    const asked = page.waitForRequest((one) => one.url().endsWith('/v1/password-resets/complete'));
    await page.getByLabel(/^Nova senha/).fill('uma senha bem longa');
    await page.getByRole('button', { name: 'Salvar' }).click();
    expect((await asked).postDataJSON()).toMatchObject({ token: 'abc' });
  });

  it('let somebody in by e-mail and password, and out again', async () => {
    const person = await aPerson(house, house.tenant, 'manager');
    const page = await open('/entrar?ir=/inicio');
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByLabel(/^Senha/).fill('outra senha qualquer');
    await page.keyboard.press('Enter');
    const refusal = page.getByRole('alert').filter({ hasText: 'Código: sign_in_refused' });
    await refusal.waitFor();
    await expectSound(page);
    await page.getByLabel(/^Senha/).fill(person.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `Olá, ${person.name}` }).waitFor();
    await page.getByRole('button', { name: 'Sair' }).click();
    await page.getByRole('button', { name: 'Entrar' }).waitFor();
    expect((await page.request.get(`${house.url}/v1/session`)).status()).toBe(401);
  });

  it('lead back in where a session has ended, to where one was, and out all the same', async () => {
    const { email, password } = await aPerson(house, house.tenant, 'manager');
    const page = await browser.page();
    const headers = { origin: house.url };
    await page.request.post(`${house.url}/v1/session`, { data: { email, password }, headers });
    await page.goto(`${house.url}/clientes`);
    await page.getByRole('heading', { name: 'Clientes' }).waitFor();
    const out = (): Promise<unknown> => page.request.delete(`${house.url}/v1/session`, { headers });
    await out();
    await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('Maria');
    const ended = page.getByRole('alert').filter({ hasText: 'Sessão encerrada' });
    await ended.waitFor();
    await expectSound(page);
    await ended.getByRole('link', { name: 'Entrar de novo' }).click();
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel(/^Senha/).fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Clientes' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/clientes');
    await out();
    await page.getByRole('button', { name: 'Sair' }).click();
    await page.getByRole('button', { name: 'Entrar' }).waitFor();
  });

  it('say that somebody could not sign out, and forget a merchant that was chosen by somebody else', async () => {
    const page = await browser.page();
    await signIn(page, house, 'manager');
    await page.addInitScript("localStorage.setItem('retorno.merchant', 'mer_0000000000000000000x')");
    await page.goto(`${house.url}/vendas`);
    await page.getByRole('heading', { name: 'Vendas' }).waitFor();
    expect(await page.evaluate("localStorage.getItem('retorno.merchant')")).toBeNull();
    await page.getByText('Nenhuma venda').first().waitFor();
    await page.route('**/v1/session', (route) => route.abort());
    await page.getByRole('button', { name: 'Sair' }).click();
    const dialog = page.getByRole('dialog', { name: 'Não foi possível sair' });
    await dialog.getByText('Sem resposta do servidor').waitFor();
    await expectSound(page);
    await page.unroute('**/v1/session');
    await dialog.getByRole('button', { name: 'Tentar de novo' }).click();
    await page.getByRole('button', { name: 'Entrar' }).waitFor();
  });

  it('offer a way out to somebody of a suspended merchant, and of none', async () => {
    const page = await browser.page();
    const { email, password } = await aPerson(house, house.tenant, 'manager');
    const session = await page.request.post(`${house.url}/v1/session`, {
      data: { email, password },
      headers: { origin: house.url },
    });
    const body = (await session.json()) as { merchants: object[] };
    const shown = async (merchants: object[], path: string): Promise<void> => {
      await page.route('**/v1/session', (route) =>
        route.request().method() === 'GET'
          ? route.fulfill({ json: { ...body, merchants } })
          : route.continue(),
      );
      await page.goto(house.url + path);
    };
    await shown([], '/balcao');
    await page.getByRole('heading', { name: 'Nenhuma loja nesta conta' }).waitFor();
    await expectSound(page);
    await shown([{ ...body.merchants[0], suspended: true }], '/balcao');
    await page.getByRole('heading', { name: 'Loja suspensa' }).waitFor();
    await shown([], '/vendas');
    await page.getByRole('heading', { name: 'Nenhuma loja nesta conta' }).waitFor();
    await expectSound(page);
    await shown([{ ...body.merchants[0], suspended: true }], '/vendas');
    await page.getByRole('heading', { name: 'Loja suspensa' }).waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: 'Sair' }).click();
    await page.getByRole('button', { name: 'Entrar' }).waitFor();
  });

  it('let somebody who has a second factor accept an invitation with its code', async () => {
    const owner = await browser.page();
    await signIn(owner, house, 'owner');
    const [email, password] = ['duas.etapas@example.com', 'uma senha bem longa'];
    const now = new Date();
    const known = { email, name: 'Duda Duas', password: await hashPassword(password) };
    const { person } = await house.store.people.register(known, now);
    const { secret } = (await house.store.secondFactors.begin(person.id, email, now))!;
    const codeIn = (seconds: number): string =>
      new TOTP({ secret }).generate({ timestamp: Date.now() + seconds * 1_000 });
    expect(await house.store.secondFactors.confirm(person.id, codeIn(0), now)).not.toBeNull();
    const invited = await owner.request.post(`${house.url}/v1/people`, {
      data: { email, name: 'Duda Duas', role: 'manager' },
      headers: { origin: house.url },
    });
    const { link } = (await invited.json()) as { link: string };
    const page = await open(`/convite${new URL(link).hash}`);
    await page.getByLabel('Sua senha de sempre').fill(password);
    await page.getByRole('button', { name: 'Aceitar e entrar' }).click();
    await page.getByRole('heading', { name: 'Segunda etapa' }).waitFor();
    await expectSound(page);
    await page.getByRole('textbox', { name: 'Código' }).fill('000000');
    await page.keyboard.press('Enter');
    await page.getByText('Código: second_factor_wrong').waitFor();
    await page.getByRole('textbox', { name: 'Código' }).fill(codeIn(30));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Olá, Duda Duas' }).waitFor();
  });

  it('let somebody choose another password, by which they come in from then on', async () => {
    const { email, password } = await aPerson(house, house.tenant, 'staff');
    const page = await browser.page();
    const headers = { origin: house.url };
    const signedIn = async (word: string): Promise<number> =>
      (
        await page.request.post(`${house.url}/v1/session`, { data: { email, password: word }, headers })
      ).status();
    expect(await signedIn(password)).toBe(201);
    await page.goto(`${house.url}/configuracoes/sessoes`);
    await page.getByRole('button', { name: 'Trocar a senha' }).click();
    const dialog = page.getByRole('dialog');
    const next = 'outra senha bem longa';
    await dialog.getByLabel('Nova senha').fill(next);
    await dialog.getByLabel('Senha atual').fill(next);
    await expectSound(page);
    await dialog.getByRole('button', { name: 'Salvar' }).click();
    await dialog.getByText('Código: password_wrong').waitFor();
    await dialog.getByLabel('Senha atual').fill(password);
    await dialog.getByRole('button', { name: 'Salvar' }).click();
    await page.getByText(/^A senha foi trocada/).waitFor();
    expect([await signedIn(password), await signedIn(next)]).toEqual([401, 201]);
  });

  it('open the counter for staff at once', async () => {
    const person = await aPerson(house, house.tenant, 'staff');
    const page = await open('/entrar');
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByLabel(/^Senha/).fill(person.password);
    await page.keyboard.press('Enter');
    await page.getByLabel('CPF, telefone ou código do vale').waitFor();
    expect(new URL(page.url()).pathname).toBe('/balcao');
  });

  it.each(SIZES)('begin with who one is, on %s', async (_what, size) => {
    const page = await browser.page({ viewport: size });
    await signIn(page, house, 'owner');
    await page.goto(house.url);
    await page.getByRole('heading', { name: /^Olá/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/inicio');
    await expectSound(page);
  });

  it('say in words that nothing lies at an address', async () => {
    const page = await browser.page();
    await signIn(page, house, 'owner');
    await page.goto(`${house.url}/nada/aqui`);
    await page.getByRole('heading', { name: 'Página não encontrada' }).waitFor();
    await expectSound(page);
  });

  it('work under the prefix of PUBLIC_URL, behind a proxy that takes it off', async () => {
    const app = await servedUnder(house, 'http://localhost/clube');
    const proxy = await proxyTo(app.url, '/clube');
    try {
      const page = await browser.page();
      await signIn(page, house, 'owner', `${proxy.url}/clube`);
      await page.goto(`${proxy.url}/clube/inicio`);
      await page.getByRole('heading', { name: /^Olá/ }).waitFor();
      await page.getByRole('link', { name: 'Abrir o balcão' }).click();
      await page.getByLabel('CPF, telefone ou código do vale').waitFor();
      expect(new URL(page.url()).pathname).toBe('/clube/balcao');
      await page.goto(`${proxy.url}/clube/docs`);
      // Of the contract the page lays out what is in sight, and more as one goes down.
      await page.locator('[data-path="/v1/session"]').first().waitFor();
      const begun = await page.request.get(`${proxy.url}/clube/integrations/bling/authorize`, {
        headers: { accept: 'application/json', 'sec-fetch-site': 'same-origin' },
      });
      const { search } = new URL(((await begun.json()) as { url: string }).url);
      await page.goto(`${proxy.url}/clube/integrations/bling/connect${search}`);
      const onward = page.waitForRequest(/\/oauth\/authorize\?/);
      await page.getByRole('link', { name: 'Continuar no Bling' }).click();
      expect(new URL((await onward).url()).searchParams.get('state')).toBe(search.slice('?state='.length));
    } finally {
      for (const { server } of [proxy, app]) server.close().closeAllConnections();
    }
  });

  it('write nothing to the console of the browser, under a policy that lets only their own files run', async () => {
    const page = await open('/entrar');
    await page.getByRole('button', { name: 'Entrar' }).waitFor();
    expect(await textOf(page)).toContain('Esqueci a senha');
    expect(browser.errors).toEqual([]);
  });
});

/** The API of a house once more, as one that is reached by another address. */
async function servedUnder({ env, store, runs }: House, publicUrl: string): Promise<Served> {
  const config = loadConfig({ ...env, PUBLIC_URL: publicUrl });
  const log = createLogger('silent');
  const bling = createBlingAccess(config.bling, store, log);
  const mail = createAccessMailer(config.mail, log);
  return listening(
    createServer(createApp({ config, log, store, runs, bling, whatsapp: null, mail, now: Date.now })),
  );
}

interface Served {
  url: string;
  server: Server;
}

async function listening(server: Server): Promise<Served> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** A proxy as an installation has one: it answers under a prefix and takes it off. */
function proxyTo(url: string, prefix: string): Promise<Served> {
  const server = createServer((req, res) => {
    if (!req.url?.startsWith(`${prefix}/`)) return void res.writeHead(404).end('not here');
    const { method, headers } = req;
    const passed = ask(url + req.url.slice(prefix.length), { method, headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
    });
    passed.on('error', () => res.destroy());
    req.pipe(passed);
  });
  return listening(server);
}
