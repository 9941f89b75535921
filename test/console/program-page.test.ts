import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { until } from '../e2e/until';
import { aBrowser, describePages, expectSound, inBothWindows } from './a-browser';
import type { ABrowser } from './a-browser';
import { CLUB } from './club';
import { visit } from './visit';

/** Several dialogs, each looked at in two sizes. */
const LONG_MS = 300_000;
/** As long as words may be behind what is typed, where the machine is not busy with others. */
const FOLLOWS_MS = 300;

interface InForce {
  version: number;
  program: { name: string; earning: { rules: { grant: object; when?: object }[] } };
}

describePages('the editor of the program', () => {
  let house: House;
  let browser: ABrowser;

  beforeAll(async () => {
    house = await openHouse({ worker: false, companies: 4, program: null });
    for (const { api } of house.tenants.slice(0, 2)) (await api.put('/v1/program', CLUB)).expect(200);
    browser = await aBrowser();
  }, LONG_MS);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const opened = async (tenant = house.tenant): Promise<Page> => {
    const page = await visit(browser, { house, tenant, options: { reducedMotion: 'reduce' } });
    await page.goto('/programa');
    await page.getByRole('region', { name: 'Regra 1' }).waitFor();
    return page;
  };
  const inForce = async (tenant = house.tenant): Promise<InForce> =>
    (await tenant.api.get<InForce>('/v1/program')).expect(200).body;
  const press = (page: Page, name: string | RegExp): Promise<void> =>
    page.getByRole('button', { name, exact: true }).click();

  inBothWindows(() => {
    it(
      '19: change sentence and example as one types; unsaved changes stand in a bar, and leaving asks',
      async () => {
        const page = await opened();
        const rule = page.getByRole('region', { name: 'Regra 1' });
        await rule.getByText('5% do valor da compra em cashback. Vale para todas as compras.').waitFor();
        await rule.getByText(/: rende R\$\s5,00 de cashback/).waitFor();
        const bar = page.getByRole('region', { name: 'Rascunho' });
        expect(await bar.count()).toBe(0);
        await expectSound(page);

        const rate = rule.getByLabel('Porcentagem');
        let percent = 5;
        await until('words and example to follow what is typed', async () => {
          percent = percent === 9 ? 6 : percent + 1;
          const typed = Date.now();
          await rate.fill(String(percent));
          await rule.getByText(`${percent}% do valor da compra em cashback.`).waitFor();
          await rule.getByText(`: rende R$ ${percent},00 de cashback`).waitFor();
          return Date.now() - typed < FOLLOWS_MS;
        });
        await rate.fill('7');
        await rule.getByText(/: rende R\$\s7,00 de cashback/).waitFor();
        await bar.getByText('Há alterações não publicadas').waitFor();
        expect(await rate.inputValue()).toBe('7');

        await rule.getByLabel('Compra mínima').fill('150,10');
        await rule.getByText('Condições: compras a partir de R$ 150,10.').waitFor();
        await rule.getByText(/: não rende nada/).waitFor();
        await rule.getByText('Faltaram R$ 50,10 para a venda mínima de R$ 150,10').waitFor();
        await page.getByLabel('Exemplo: compra de').fill('200,00');
        await rule.getByText(/: rende R\$\s14,00 de cashback/).waitFor();

        await page.getByRole('link', { name: 'Vendas' }).click();
        const dialog = page.getByRole('dialog', { name: 'Sair sem publicar?' });
        await dialog.getByText('O programa tem alterações que não foram publicadas.').waitFor();
        await expectSound(page);
        await dialog.getByRole('button', { name: 'Continuar editando' }).click();
        await dialog.waitFor({ state: 'hidden' });
        expect(new URL(page.url()).pathname).toBe('/programa');

        await page.reload();
        await rule.getByText('7% do valor da compra em cashback.').waitFor();
        await page.getByRole('link', { name: 'Vendas' }).click();
        await dialog.getByRole('button', { name: 'Sair e guardar o rascunho' }).click();
        await page.getByRole('heading', { name: 'Vendas', level: 1 }).waitFor();
        await page.getByRole('link', { name: 'Programa' }).click();
        await bar.getByRole('button', { name: 'Descartar' }).click();
        await rule.getByText('5% do valor da compra em cashback. Vale para todas as compras.').waitFor();
        expect([await rate.inputValue(), await rule.getByLabel('Compra mínima').inputValue()]).toEqual([
          '5',
          '',
        ]);
        expect(await bar.count()).toBe(0);
        await page.getByRole('link', { name: 'Vendas' }).click();
        await page.getByRole('heading', { name: 'Vendas', level: 1 }).waitFor();
        expect((await inForce()).version).toBe(1);
        await page.context().close();
      },
      LONG_MS,
    );
  });

  it(
    'say beside each field what is wrong with it',
    async () => {
      const page = await opened();
      const rule = page.getByRole('region', { name: 'Regra 1' });
      const rate = rule.getByLabel('Porcentagem');
      await rate.fill('cinco');
      await rule.getByText('Escreva uma porcentagem, por exemplo 7,5.').waitFor();
      await page.getByText('Há 1 campo a corrigir').waitFor();
      expect(await page.getByRole('button', { name: 'Conferir e publicar' }).isDisabled()).toBe(true);
      expect(await rate.inputValue()).toBe('cinco');
      await rate.fill('120');
      await rule.getByText(/fora do aceito/).waitFor();
      await expectSound(page);
      await rate.fill('5');
      await page.getByText('Há 1 campo a corrigir').waitFor({ state: 'hidden' });

      await press(page, 'Mais condições e limites: Regra 1');
      await rule.getByLabel('Compra máxima').fill('50');
      await press(page, 'Mostrar menos: Regra 1');
      await rule.getByLabel('Compra máxima').waitFor({ state: 'hidden' });
      await rule.getByLabel('Compra mínima').fill('100');
      await rule.getByText(/A venda máxima \(R\$ 50,00\) é menor que a mínima/).waitFor();
      await page.getByRole('button', { name: /^Ir para o campo earning/ }).click();
      await rule.getByLabel('Compra máxima').and(page.locator(':focus')).waitFor();
      await rule.getByLabel('Compra máxima').fill('');
      await rule.getByText(/compras a partir de R\$ 100,00/).waitFor();
      await expectSound(page);
      await page.context().close();
    },
    LONG_MS,
  );

  it(
    'publish after showing what changes, what to look at again, and the regulation',
    async () => {
      const page = await opened();
      const rule = page.getByRole('region', { name: 'Regra 1' });
      await rule.getByLabel('Porcentagem').fill('7,5');
      await press(page, 'Nova regra');
      const third = page.getByRole('region', { name: 'Regra 3' });
      await third.getByLabel('O que dá').selectOption('Pontos');
      await third.getByText('1 ponto a cada R$ 1,00 do valor da compra.').waitFor();
      await third.getByText(/: rende 100 pontos/).waitFor();
      await press(page, 'Mais condições e limites: Regra 3');
      await third.getByRole('checkbox', { name: 'sábado' }).click();
      await third.getByLabel('Teto por venda').fill('500');
      await third.getByText(/compras feitas aos sábados/).waitFor();
      await press(page, 'Novo vale');
      const voucher = page.getByRole('region', { name: 'Vale vale-1' });
      await voucher.getByLabel('Compra mínima para usar').fill('0');
      await expectSound(page);
      await page.getByLabel('Carência', { exact: true }).waitFor({ state: 'hidden' });
      await page.getByRole('checkbox', { name: 'Há carência antes de poder usar' }).click();
      await page.getByLabel('Carência', { exact: true }).fill('10');

      await press(page, 'Conferir e publicar');
      const dialog = page.getByRole('dialog', { name: 'Publicar a versão 2' });
      await dialog.getByText(/cashback-5 passa de 5% para 7,5%/).waitFor();
      await dialog.getByText(/^Nova regra regra-1: 1 ponto a cada/).waitFor();
      await dialog.getByText(/^O vale vale-1 dá R\$ 20,00 e não exige compra mínima/).waitFor();
      await dialog.getByText('Como você ganha').waitFor();
      await dialog.getByText(/em carência por 10 dias/).waitFor();
      await expectSound(page);
      expect((await inForce()).version).toBe(1);
      await dialog.getByRole('button', { name: 'Publicar a versão 2' }).click();
      await page.getByText('A versão 2 está em vigor.').waitFor();
      const { version, program } = await inForce();
      expect(version).toBe(2);
      expect(program.earning.rules).toMatchObject([
        { grant: { rateBps: 750 } },
        { grant: { template: 'volta-20' } },
        { grant: { points: 1, perCents: 100 }, when: { weekdays: [6] }, capPerSalePoints: 500 },
      ]);
      expect(program).toMatchObject({
        holding: { after: 'P10D' },
        vouchers: { 'vale-1': { minSaleCents: 0 } },
      });
      expect(await page.getByRole('region', { name: 'Rascunho' }).count()).toBe(0);
      await page.context().close();
    },
    LONG_MS,
  );

  it(
    'tell the second of two owners what the first has published, and let them go on over it',
    async () => {
      const tenant = house.tenants[1]!;
      const page = await opened(tenant);
      await page.getByLabel('Nome do programa').fill('Clube Meu');
      (await tenant.api.put('/v1/program', { ...CLUB, holding: { after: 'P3D' } })).expect(200);
      await press(page, 'Conferir e publicar');
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/passa a se chamar Clube Meu/).waitFor();
      await dialog.getByRole('button', { name: 'Publicar a versão 2' }).click();
      await dialog.getByText('Código: program_changed').waitFor();
      await dialog.getByText('O que a versão 2 mudou').waitFor();
      await dialog.getByText(/Passa a existir o prazo de carência, de 3 dias/).waitFor();
      await expectSound(page);
      expect((await inForce(tenant)).program.name).toBe('Clube da Loja');
      await dialog.getByRole('button', { name: 'Manter o meu rascunho sobre a versão 2' }).click();
      await dialog.getByText(/O prazo de carência deixa de existir/).waitFor();
      await dialog.getByRole('button', { name: 'Publicar a versão 3' }).click();
      await page.getByText('A versão 3 está em vigor.').waitFor();
      expect((await inForce(tenant)).program.name).toBe('Clube Meu');
      await page.context().close();
    },
    LONG_MS,
  );

  it(
    'list what was published, each version with what it changed, in words, and as a draft to go on from',
    async () => {
      const tenant = house.tenants[3]!;
      const publish = async (change: object): Promise<void> => {
        (await tenant.api.put('/v1/program', { ...CLUB, ...change })).expect(200);
      };
      for (let number = 1; number <= 21; number += 1) await publish({ name: `Clube ${number}` });
      await publish({ name: 'Clube 21', holding: { after: 'P3D' } });
      const page = await visit(browser, { house, tenant, options: { reducedMotion: 'reduce' } });
      await page.goto('/programa');
      await page.getByRole('link', { name: 'Versões' }).click();
      const newest = page.getByRole('region', { name: 'Versão 22', exact: true });
      await newest.getByText('Em vigor', { exact: true }).waitFor();
      await newest.getByText(/^Passa a existir o prazo de carência, de 3 dias/).waitFor();
      await newest.getByText(/^Clube 21 · Publicada em \d\d\/\d\d\/\d{4} \d\d:\d\d$/).waitFor();
      expect(await page.getByRole('region', { name: /^Versão/ }).count()).toBe(20);
      await expectSound(page);
      await press(page, 'Próxima página');
      await page.getByRole('region', { name: 'Versão 2', exact: true }).waitFor();
      expect(await page.getByRole('region', { name: /^Versão/ }).count()).toBe(2);
      await press(page, 'Ver a versão 1');
      const dialog = page.getByRole('dialog', { name: 'Versão 1' });
      await dialog
        .getByText(/5% do valor da compra em cashback\. Vale para todas as compras\./)
        .first()
        .waitFor();
      await dialog.getByText('Como você ganha').waitFor();
      await expectSound(page);
      await dialog.getByRole('button', { name: 'Usar como rascunho' }).click();
      await page.getByText('Há alterações não publicadas').waitFor();
      expect(await page.getByLabel('Nome do programa').inputValue()).toBe('Clube 1');
      expect((await inForce(tenant)).version).toBe(22);
      await press(page, 'Conferir e publicar');
      await page
        .getByRole('dialog')
        .getByText(/O prazo de carência deixa de existir/)
        .waitFor();
      await page.context().close();
    },
    LONG_MS,
  );

  it(
    'begin where nothing was published; staff are told that it is not for them',
    async () => {
      const tenant = house.tenants[2]!;
      const page = await opened(tenant);
      await page.getByText(/^Nenhum programa foi publicado ainda/).waitFor();
      await page.getByText('Este programa ainda não foi publicado').waitFor();
      await press(page, 'Mostrar o programa em JSON');
      const json = page.getByLabel('Programa em JSON');
      await json.fill('nada');
      await press(page, 'Aplicar ao rascunho');
      await page.getByText('Isto não é um objeto JSON.').waitFor();
      await expectSound(page);
      await json.fill(JSON.stringify(CLUB));
      await press(page, 'Aplicar ao rascunho');
      await page.getByRole('region', { name: 'Vale volta-20' }).waitFor();
      await press(page, 'Conferir e publicar');
      await page.getByText(/^Primeira versão do programa Clube da Loja/).waitFor();
      await press(page, 'Publicar a versão 1');
      await page.getByText('A versão 1 está em vigor.').waitFor();
      await page.context().close();
      const staff = await visit(browser, { house, role: 'staff' });
      await staff.goto('/programa');
      await staff.getByRole('heading', { name: 'Você não tem acesso a esta página' }).waitFor();
      await staff.context().close();
      expect(browser.errors).toEqual([]);
    },
    LONG_MS,
  );
});
