import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { alerts } from '../../console/src/words/pt/alerts';
import { audit } from '../../console/src/words/pt/audit';
import { connection } from '../../console/src/words/pt/connection';
import { imports } from '../../console/src/words/pt/imports';
import { keys } from '../../console/src/words/pt/keys';
import { messages } from '../../console/src/words/pt/messages';
import { people } from '../../console/src/words/pt/people';
import { programVersions } from '../../console/src/words/pt/program-versions';
import { reports } from '../../console/src/words/pt/reports';
import { reviews } from '../../console/src/words/pt/reviews';
import { stores } from '../../console/src/words/pt/stores';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBrowser, describePages, expectSound, inBothWindows } from './a-browser';
import type { ABrowser } from './a-browser';
import { visit } from './visit';

interface Notice {
  title: string;
  text: string;
}

interface List {
  path: string;
  /** The call that reads it. */
  call: string;
  loading: string;
  /** Where there is nothing at all. */
  empty: Notice;
  /** The same list with a filter or a place in the address, and what it says then; null: it has none. */
  filtered: [path: string, notice: Notice] | null;
}

const [NEVER, AUDIT] = ['2026-01-01T00:00:00.000Z', '/configuracoes/auditoria'];
const MOVED = '/relatorios/movimentos?fluxo=granted';
const HELD = '/relatorios/saldos?estado=active';

/** Every list but those of sales, customers and people, which have tests of their own. */
const LISTS: readonly List[] = [
  {
    ...{ path: '/alertas', call: '/v1/alerts', loading: alerts.loading, empty: alerts.noneOpen },
    filtered: [`/alertas?antes=${NEVER}`, alerts.noMore],
  },
  {
    ...{ path: '/mensagens', call: '/v1/messages', loading: messages.loading, empty: messages.empty },
    filtered: ['/mensagens?situacao=skipped', messages.noMatch],
  },
  {
    ...{ path: '/revisoes', call: '/v1/reviews', loading: reviews.loading, empty: reviews.empty },
    filtered: ['/revisoes?tipo=same_sale', reviews.noMatch],
  },
  {
    ...{ path: '/importacoes', call: '/v1/imports', loading: imports.loading, empty: imports.empty },
    filtered: [`/importacoes?antes=${NEVER}`, imports.noMore],
  },
  {
    ...{ path: '/programa/versoes', call: '/v1/program/versions' },
    ...{ loading: programVersions.loading, empty: programVersions.empty },
    filtered: ['/programa/versoes?antes=1', programVersions.noMore],
  },
  {
    ...{ path: MOVED, call: '/v1/reports/movements', loading: reports.movements.loading },
    empty: reports.movements.empty,
    filtered: [`${MOVED}&antes=${NEVER}_x`, reports.movements.noMore],
  },
  {
    ...{ path: HELD, call: '/v1/reports/lots', loading: reports.lots.loading, empty: reports.lots.empty },
    filtered: [`${HELD}&antes=${NEVER}_x`, reports.lots.noMore],
  },
  {
    ...{ path: AUDIT, call: '/v1/audit', loading: audit.loading, empty: audit.empty },
    filtered: [`${AUDIT}?antes=${NEVER}`, audit.end],
  },
  {
    ...{ path: '/configuracoes/chaves', call: '/v1/keys', loading: keys.loading, empty: keys.empty },
    filtered: null,
  },
  {
    ...{ path: '/configuracoes/lojas', call: '/v1/stores', loading: stores.loading, empty: stores.empty },
    filtered: null,
  },
  {
    ...{ path: '/configuracoes/conexao', call: '/v1/connections' },
    ...{ loading: connection.loading, empty: connection.empty, filtered: null },
  },
];

describePages('every list', () => {
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

  /** Lets the call be answered when and as it is said. */
  const answering = async (page: Page, call: string): Promise<(answer: object, status?: number) => void> => {
    let answer: ((answer: object, status?: number) => void) | undefined;
    const answered = new Promise<{ json: object; status: number }>((resolve) => {
      answer = (json, status = 200) => resolve({ json, status });
    });
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.route(
      (url) => url.pathname === call,
      async (route) => route.fulfill(await answered),
    );
    return answer!;
  };
  const NOTHING = { data: [], next: null };
  const BROKEN = { code: 'internal_error', status: 500 };

  inBothWindows(() => {
    it.each(LISTS)(
      '16: says in ways of its own that it loads, is empty, has no match, or failed: $path',
      async ({ path, call, loading, empty, filtered }) => {
        const page = await visit(browser, { house });
        const first = await answering(page, call);
        await page.goto(path);
        await page.getByText(loading).waitFor();
        first(NOTHING);
        await page.getByText(empty.title, { exact: true }).waitFor();
        await page.getByText(empty.text).waitFor();
        expect(await page.getByText(loading).count()).toBe(0);
        await expectSound(page);
        if (filtered) {
          const [where, notice] = filtered;
          (await answering(page, call))(NOTHING);
          await page.goto(where);
          await page.getByText(notice.title, { exact: true }).waitFor();
          expect(await page.getByText(empty.title, { exact: true }).count()).toBe(0);
        }
        (await answering(page, call))(BROKEN, 500);
        await page.goto(path);
        await page.getByText('Código: internal_error').first().waitFor();
        expect(await page.getByText(empty.title, { exact: true }).count()).toBe(0);
        (await answering(page, call))(NOTHING);
        await page.getByRole('button', { name: 'Tentar de novo' }).first().click();
        await page.getByText(empty.title, { exact: true }).waitFor();
        await page.unrouteAll({ behavior: 'ignoreErrors' });
        await page.context().close();
      },
    );

    it('16: of people, of whom there is always one: that it loads or failed, and that nobody is invited', async () => {
      const page = await visit(browser, { house });
      const read = (await (await page.request.get('/v1/people')).json()) as object;
      const first = await answering(page, '/v1/people');
      await page.goto('/configuracoes/pessoas');
      await page.getByText(people.loading).waitFor();
      expect(await page.getByText(people.invitations.none).count()).toBe(0);
      first(BROKEN, 500);
      await page.getByText('Código: internal_error').waitFor();
      expect(await page.getByText(people.loading).count()).toBe(0);
      expect(await page.getByText(people.invitations.none).count()).toBe(0);
      await expectSound(page);
      (await answering(page, '/v1/people'))(read);
      await page.getByRole('button', { name: 'Tentar de novo' }).click();
      await page.getByText(people.invitations.none).waitFor();
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.context().close();
    });

    it('16: of customers, who are looked for first; and leads on where there are more than are shown', async () => {
      const page = await visit(browser, { house });
      await page.goto('/clientes');
      await page.getByText('Procure um cliente', { exact: true }).waitFor();
      const first = await answering(page, '/v1/customers');
      await page.getByRole('searchbox').fill('maria');
      await page
        .getByText('Procurando clientes…')
        .or(page.getByText('Atualizando a lista…'))
        .first()
        .waitFor();
      first({ ...NOTHING, more: false });
      await page.getByText('Nenhum cliente encontrado', { exact: true }).waitFor();
      const one = { id: 'cus_1', name: 'Maria Exemplo', document: null, phones: [] };
      (await answering(page, '/v1/customers'))({ data: [one], more: true, next: null });
      await page.getByRole('searchbox').fill('maria e');
      await page.getByText(/^Há mais do que estes 1\./).waitFor();
      expect(await page.getByRole('button', { name: 'Próxima página' }).count()).toBe(0);
      await expectSound(page);
      const next = '2026-11-03T12:00:00.000Z_cus_1/name/bWFyaWE';
      (await answering(page, '/v1/customers'))({ data: [one], more: true, next });
      await page.getByRole('searchbox').fill('maria ex');
      const on = page.getByRole('button', { name: 'Próxima página' });
      await on.waitFor();
      const last = { data: [{ ...one, name: 'Maria Segunda' }], more: false, next: null };
      (await answering(page, '/v1/customers'))(last);
      await on.click();
      await page.getByRole('link', { name: 'Maria Segunda' }).waitFor();
      const { searchParams } = new URL(page.url());
      expect([searchParams.get('busca'), searchParams.get('antes')]).toEqual(['maria ex', next]);
      await page.getByRole('button', { name: 'Primeira página' }).waitFor();
      (await answering(page, '/v1/customers'))(BROKEN, 500);
      await page.getByRole('searchbox').fill('maria exe');
      await page.getByText('Código: internal_error').waitFor();
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.context().close();
    });
  });
});
