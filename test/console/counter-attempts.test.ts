import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { UseJson } from '../e2e/counter';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { until } from '../e2e/until';
import { aBrowser, DESKTOP, describePages, expectSound, inBothWindows, windowNow } from './a-browser';
import type { ABrowser } from './a-browser';
import {
  aBuyer,
  activeCents,
  askFor,
  card,
  confirm,
  field,
  find,
  openCounter,
  staffAtCounter,
} from './at-the-counter';
import { CLUB } from './club';
import { visit } from './visit';

/** A purchase of six hundred reais gives points too, of eight hundred a voucher of two uses, of a thousand one that is over at once. */
const withMoreVouchers = {
  ...CLUB,
  earning: {
    ...CLUB.earning,
    rules: [
      ...CLUB.earning.rules,
      {
        id: 'pontos',
        grant: { type: 'points', points: 1, perCents: 100 } as const,
        when: { minSaleCents: 60_000 },
      },
      {
        id: 'duas-vezes',
        grant: { type: 'voucher', template: 'duas-vezes' } as const,
        when: { minSaleCents: 80_000 },
      },
      {
        id: 'so-hoje',
        grant: { type: 'voucher', template: 'de-hoje' } as const,
        when: { minSaleCents: 100_000 },
      },
    ],
  },
  vouchers: {
    ...CLUB.vouchers,
    'duas-vezes': { discount: { type: 'percent', bps: 1_000 } as const, validity: 'P60D', uses: 2 },
    'de-hoje': { discount: { type: 'amount', cents: 1_000 } as const, validity: 'PT1S' },
  },
};

const redemption = { minSaleCents: 1_000, maxShareBps: 5_000, pointValueCents: 2, rollbackWindow: 'P7D' };

describePages('what was done and refused at the counter', () => {
  let house: House;
  let browser: ABrowser;
  let page: Page;
  let centro: string;

  beforeAll(async () => {
    browser = await aBrowser();
    house = await openHouse({
      program: { ...withMoreVouchers, redemption },
    });
    const fields = { name: 'Loja Centro', zone: 'America/Sao_Paulo', channels: ['centro'], documents: [] };
    centro = (await house.store.shops.create(house.tenant.merchantId, fields, new Date()))!.id;
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });
  beforeEach(async () => {
    page = await staffAtCounter(browser, house);
  });

  const rows = (): ReturnType<Page['locator']> => page.locator('tbody tr');

  inBothWindows(() => {
    it('4: fills in the most that the program lets the purchase take, which two presses of Enter use', async () => {
      const tito = await aBuyer(house.tenant, 'Tito Limite Costa');
      await find(page, tito.document);
      await card(page, tito.name).waitFor();
      await page.getByLabel('Valor da compra').fill('30,00');
      expect(await page.getByLabel('Quanto resgatar').inputValue()).toBe('15,00');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Enter');
      await page.getByText(/Resgatado R\$\s15,00/).waitFor();
      expect(await activeCents(house.tenant, tito.customerId)).toBe(1_000);
    });

    it('4: says beside the field what no purchase that small can be used for', async () => {
      const lia = await aBuyer(house.tenant, 'Lia Limite Costa');
      await find(page, lia.document);
      await card(page, lia.name).waitFor();
      await askFor(page, '9,99');
      await page.getByText(/aceito em compras a partir de R\$\s10,00/).waitFor();
      await expectSound(page);
      expect(await page.getByRole('dialog').count()).toBe(0);
    });

    it('4: offers what there is to use, and nothing else, also where another till has used it meanwhile', async () => {
      const { api } = house.tenant;
      const noa = await aBuyer(house.tenant, 'Noa Resto Lima', 60_000);
      const elsewhere = async (used: object): Promise<void> => {
        const use = { customerId: noa.customerId, saleTotalCents: 100_000, confirm: true, ...used };
        (await api.post('/v1/redemptions', use)).expect(201);
      };
      const refused = async (): Promise<void> => {
        await page.getByRole('button', { name: 'Resgatar (Enter)' }).click();
        await confirm(page);
        await page.getByRole('alert').filter({ hasText: 'Saldo insuficiente' }).waitFor();
      };
      await find(page, noa.document);
      await card(page, noa.name).waitFor();
      await page.getByLabel('Valor da compra').fill('100,00');
      await elsewhere({ type: 'cashback', amountCents: 3_000 });
      await refused();
      const points = page.getByLabel('Quantos pontos resgatar');
      await points.waitFor();
      expect(await points.inputValue()).toBe('600');
      await elsewhere({ type: 'points', points: 600 });
      await refused();
      await points.waitFor({ state: 'detached' });
      await card(page, noa.name).getByRole('button', { name: 'Usar este vale' }).waitFor();
      await expectSound(page);
    });

    it('6: stays on the screen in words, with its code and what to do, and offers what would fit', async () => {
      const rita = await aBuyer(house.tenant, 'Rita Limite Alves');
      await find(page, rita.document);
      await card(page, rita.name).waitFor();
      await askFor(page, '30,00', '20,00');
      await confirm(page);
      const refusal = page.getByRole('alert').filter({ hasText: 'Acima do limite desta compra' });
      await refusal.waitFor();
      const said = (await refusal.innerText()).replaceAll('\u00a0', ' ');
      expect(said).toContain('Cabem R$ 15,00 nesta compra');
      expect(said).toContain('Código: above_max_share');
      await expectSound(page);
      await page.waitForTimeout(6_000);
      expect(await refusal.isVisible()).toBe(true);
      await page.getByRole('button', { name: /Resgatar R\$\s15,00/ }).click();
      await confirm(page);
      await page.getByText('Resgatado').waitFor();
      expect(await activeCents(house.tenant, rita.customerId)).toBe(1_000);
    });

    it('6: says of points what they take off, before and after, and goes on with as many as would fit', async () => {
      const pia = await aBuyer(house.tenant, 'Pia Pontos Lima', 60_000);
      await find(page, pia.document);
      await card(page, pia.name)
        .getByText(/600 pontos \(R\$\s12,00\)/)
        .waitFor();
      await page.getByRole('button', { name: 'Pontos', exact: true }).click();
      await page.getByLabel('Valor da compra').fill('10,00');
      const amount = page.getByLabel('Quantos pontos resgatar');
      expect(await amount.inputValue()).toBe('250');
      await amount.fill('300');
      await page.keyboard.press('Enter');
      const asked = (await page.getByRole('dialog').innerText()).replaceAll('\u00a0', ' ');
      expect(asked).toContain('Resgatar 300 pontos (R$ 6,00) de Pia L.? Sobram 300 pontos.');
      await confirm(page);
      await page.getByRole('alert').filter({ hasText: 'Acima do limite desta compra' }).waitFor();
      await expectSound(page);
      await page.getByRole('button', { name: /Resgatar 250 pontos \(R\$\s5,00\)/ }).click();
      await confirm(page);
      await page.getByText(/Resgatado 250 pontos \(R\$\s5,00\) de Pia L\. Sobram 350 pontos\./).waitFor();
      const row = rows().filter({ hasText: 'Pia L.' }).filter({ hasText: 'Feito' }).first();
      await row.getByText(/250 pontos · R\$\s5,00/).waitFor();
    });

    it('7: is listed with who it was and in which store, and a use can be undone from its row', async () => {
      // Both windows list the same day.
      const first = windowNow() === DESKTOP ? 'Davi' : 'Nilo';
      const short = `${first} L.`;
      const davi = await aBuyer(house.tenant, `${first} Desfaz Lima`);
      page = await visit(browser, { house, role: 'staff', storeIds: [centro] });
      await openCounter(page, house);
      await find(page, davi.document);
      await card(page, davi.name).waitFor();
      await askFor(page, '20,00', '20,00');
      await confirm(page);
      await page.getByText('Acima do limite').first().waitFor();
      await askFor(page, '20,00', '10,00');
      await confirm(page);
      await page.getByText(/Resgatado.*Sobram R\$\s15,00/).waitFor();
      const row = rows()
        .filter({ hasText: short })
        .filter({ hasText: 'Resgate' })
        .filter({ hasText: '10,00' });
      await row.getByRole('button', { name: 'Desfazer' }).click();
      const dialog = page.getByRole('dialog');
      expect((await dialog.innerText()).replaceAll('\u00a0', ' ')).toContain(
        `Desfazer o uso de R$ 10,00 de ${short}?`,
      );
      await expectSound(page);
      await confirm(page);
      await page.getByText('Desfeito o uso').waitFor();
      await row.getByText('Desfeito').waitFor();
      expect(await row.getByRole('button', { name: 'Desfazer' }).count()).toBe(0);
      const ofDavi = rows().filter({ hasText: short });
      expect(await ofDavi.count()).toBe(3);
      expect(await ofDavi.filter({ hasText: 'Bia Atendente · Loja Centro' }).count()).toBe(3);
      await rows().filter({ hasText: 'Recusado' }).filter({ hasText: short }).waitFor();
      await expectSound(page);
      await page.getByRole('button', { name: 'Próximo cliente (Esc)' }).click();
      await find(page, davi.document);
      await card(page, davi.name)
        .getByText(/Saldo: R\$\s25,00/)
        .waitFor();
      expect(await activeCents(house.tenant, davi.customerId)).toBe(2_500);
    });

    it('7: undoes the very use of the row, whatever was used of the same voucher since, and where', async () => {
      const { api } = house.tenant;
      const first = windowNow() === DESKTOP ? 'Duda' : 'Enzo';
      const duda = await aBuyer(house.tenant, `${first} Duas Vezes`, 80_000);
      const { code } = duda.sale.benefit.vouchers.find(({ template }) => template === 'duas-vezes')!;
      const used = async (saleTotalCents: number, storeId: string): Promise<string> =>
        (await api.post<UseJson>(`/v1/vouchers/${code}/redeem`, { saleTotalCents, storeId })).expect(200).body
          .id;
      const early = await used(10_000, centro);
      const late = await used(30_000, 'norte');
      page = await visit(browser, { house, role: 'staff', storeIds: [centro] });
      await openCounter(page, house);
      const row = rows().filter({ hasText: `${first} V.` });
      await row.getByRole('button', { name: 'Desfazer' }).click();
      const asked = (await page.getByRole('dialog').innerText()).replaceAll('\u00a0', ' ');
      expect(asked).toContain(`Desfazer o uso de Vale final ${code.slice(-4)} · R$ 10,00 de ${first} V.?`);
      await confirm(page);
      await page.getByText(/Desfeito o uso de Vale final .* R\$\s10,00/).waitFor();
      await row.filter({ hasText: 'Resgate' }).getByText('Desfeito').waitFor();
      const stateOf = async (id: string): Promise<string> =>
        (await api.get<UseJson>(`/v1/redemptions/${id}`)).expect(200).body.state;
      expect([await stateOf(early), await stateOf(late)]).toEqual(['rolled_back', 'confirmed']);
    });

    it('7: has what a till did without saying its store among those of all stores, where it can be undone too', async () => {
      const { api } = house.tenant;
      const first = windowNow() === DESKTOP ? 'Sara' : 'Saul';
      const sara = await aBuyer(house.tenant, `${first} Sem Loja`);
      const use = { customerId: sara.customerId, type: 'cashback', amountCents: 700, saleTotalCents: 10_000 };
      (await api.post('/v1/redemptions', { ...use, confirm: true })).expect(201);
      const row = rows().filter({ hasText: `${first} L.` });
      await page.getByRole('button', { name: 'Atualizar' }).click();
      await page.getByRole('button', { name: 'Todas as lojas' }).click();
      await row.waitFor();
      await expectSound(page);
      await row.getByRole('button', { name: 'Desfazer' }).click();
      await confirm(page);
      await row.filter({ hasText: 'Resgate' }).getByText('Desfeito').waitFor();
      expect(await activeCents(house.tenant, sara.customerId)).toBe(2_500);
      await page.getByRole('button', { name: 'Esta loja' }).click();
      await row.filter({ hasText: 'Resgate' }).waitFor({ state: 'detached' });
      await page.close();

      page = await visit(browser, { house, role: 'staff', storeIds: [centro] });
      await openCounter(page, house);
      await rows().first().waitFor();
      expect(await page.getByRole('button', { name: 'Todas as lojas' }).count()).toBe(0);
    });

    it('6: says of a voucher why it cannot be used, and uses one that can', async () => {
      const vera = await aBuyer(house.tenant, 'Vera Vale Nunes');
      const { code } = vera.sale.benefit.vouchers[0]!;
      await find(page, code.toLowerCase().replaceAll('-', ''));
      await page.getByRole('heading', { name: `Vale ${code}` }).waitFor();
      await page.getByLabel('Valor da compra').fill('100');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await expectSound(page);
      await confirm(page);
      await page.getByText('Vale usado').waitFor();
      await page.keyboard.press('Enter');
      await find(page, code);
      await page.getByRole('alert').filter({ hasText: 'Vale já usado' }).waitFor();
      // Whoever has just been told so finds it in the list too.
      const inVain = rows().filter({ hasText: 'Consulta' }).filter({ hasText: 'Recusado' });
      await inVain.filter({ hasText: 'Vera N.' }).filter({ hasText: 'Vale já usado' }).first().waitFor();
      await expectSound(page);
      await find(page, 'K7QM-3XRT-9WHX');
      await page.getByText('Nenhum vale desta conta tem este código.').waitFor();
      await inVain.filter({ hasText: 'Código que não é de vale' }).first().waitFor();
      // Enter makes no second guess of it.
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await field(page).press('Enter');
      await page.getByRole('button', { name: 'Atualizar' }).click();
      await until('the list', () => Promise.resolve(asked.includes('/v1/attempts')));
      expect(asked).not.toContain('/v1/counter');
    });

    it('6: says before a voucher is used what it takes off this purchase, and what of it is lost', async () => {
      const olga = await aBuyer(house.tenant, 'Olga Vale Nunes');
      const { code } = olga.sale.benefit.vouchers[0]!;
      await find(page, code);
      await page.getByRole('heading', { name: `Vale ${code}` }).waitFor();
      await page.getByLabel('Valor da compra').fill('12');
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      const asked = (await dialog.innerText()).replaceAll('\u00a0', ' ');
      expect(asked).toContain(`Usar o vale ${code} de Olga N. em uma compra de R$ 12,00?`);
      expect(asked).toContain('Desconto de R$ 12,00. R$ 8,00 do vale se perdem.');
      await expectSound(page);
      await confirm(page);
      await page.getByText(/desconto de R\$\s12,00 para Olga N\. R\$\s8,00 do vale se perderam\./).waitFor();
    });

    it('6: says of a voucher that its time is over, and since when', async () => {
      const { api } = house.tenant;
      const zeca = await aBuyer(house.tenant, 'Zeca Tarde Prado', 100_000);
      const { code } = zeca.sale.benefit.vouchers.find(({ template }) => template === 'de-hoje')!;
      const expiresOn = await until('the voucher to be over', async () => {
        const { body } = await api.get<{ state: string; expiresOn: string }>(`/v1/vouchers/${code}`);
        return body.state === 'expired' && body.expiresOn;
      });
      await find(page, code);
      const [year, month, day] = expiresOn.split('-');
      const expired = page.getByRole('alert').filter({ hasText: `Vale vencido em ${day}/${month}/${year}.` });
      await expired.getByText('Código: voucher_expired').waitFor();
      await expired.getByText('Fale com o gerente').waitFor();
      await expectSound(page);
      expect(browser.errors).toEqual([]);
    });
  });
});
