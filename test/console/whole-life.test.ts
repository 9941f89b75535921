import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import type { Locator } from 'playwright-core';
import { createAccessMailer, createApiServer, createApp, createBlingAccess } from '../../src/api';
import { createLogger } from '../../src/log';
import { createRuns } from '../../src/runs';
import { aProgram } from '../e2e/builders';
import { listen } from '../e2e/listen';
import { aCompletedOrder } from '../e2e/shop';
import { openTimeHouse } from '../e2e/time-house';
import type { TimeHouse } from '../e2e/time-house';
import { aBrowser, describePages, expectSound, inBothWindows } from './a-browser';
import type { ABrowser } from './a-browser';
import { aPerson, signInAs } from './signed-in';

/** All that happens to a sale whose benefit nobody uses: what its source says, how value moves, what its customer is told. */
const WHOLE_LIFE = [
  ['sale', 'received', 'Venda recebida'],
  ['sale', 'completed', 'Pedido concluído'],
  ['sale', 'identified', 'Cliente identificado'],
  ['sale', 'calculated', 'Calculada pela versão 1 do programa'],
  ['ledger', 'EARN_PENDING', 'Ganho na compra: R$ 10,00 de cashback'],
  ['message', 'earned_sent', 'Aviso de benefício ganho por WhatsApp: enviado'],
  ['ledger', 'ACTIVATE', 'Liberação para uso: R$ 10,00 de cashback'],
  ['message', 'expiring_sent', 'Aviso de vencimento próximo por WhatsApp: enviado'],
  ['ledger', 'REMIND', 'Vencimento mantido na data: R$ 10,00 de cashback'],
  ['ledger', 'EXPIRE', 'Vencimento: R$ 10,00 de cashback'],
] as const;

interface SaleJson {
  timeline: { at: string; source: string; event: string; text: string }[];
}

describePages('a sale whose time is over', () => {
  let house: TimeHouse;
  let browser: ABrowser;
  let api: Api;
  let saleId: string;

  beforeAll(async () => {
    browser = await aBrowser();
    const channels: ['whatsapp'] = ['whatsapp'];
    house = await openTimeHouse(
      aProgram({
        holding: { after: 'P8D' },
        expiry: { after: 'P90D' },
        messages: { earned: { channels }, expiring: { before: ['P7D'], channels } },
      }),
    );
    const { saleId: id, handle } = await house.announce(aCompletedOrder(house.simulator.company()));
    await handle.result();
    saleId = id;
    api = await served(house);
  });
  afterAll(async () => {
    await browser?.close();
    await api?.close();
    await house?.close();
  });

  inBothWindows(() => {
    it('8: shows each step of its whole life once, in order, as the API tells it, and what each was', async () => {
      const page = await browser.page({ baseURL: api.url });
      await signInAs(page, api, await aPerson(house, house, 'owner'));
      const told = (await (await page.request.get(`/v1/sales/${saleId}`)).json()) as SaleJson;
      expect(told.timeline.map(({ source, event, text }) => [source, event, plain(text)])).toEqual(
        WHOLE_LIFE,
      );
      const instants = told.timeline.map(({ at }) => at);
      expect(instants).toEqual(instants.toSorted());
      await page.goto(`/vendas/${saleId}`);
      const story = page.getByRole('region', { name: 'O que aconteceu' });
      await story.getByText('Nada mais acontece sozinho com esta venda.').waitFor();
      expect(await eventsIn(story)).toEqual(told.timeline.map(({ event }) => event));
      for (const { event, text, at } of told.timeline) {
        const one = story.locator(`[data-event="${event}"]`);
        await one.getByText(text, { exact: true }).waitFor();
        await one.getByText('Detalhes').click();
        await one.getByText(`Evento: ${event}`).waitFor();
        await one.getByText(`Instante: ${inStore(at)}`).waitFor();
      }
      await expectSound(page);
      await page.context().close();
      expect(browser.errors).toEqual([]);
    });
  });
});

interface Api {
  url: string;
  close(): Promise<void>;
}

/** The API over a house whose clock has run ahead, at the instant it has come to. */
async function served({ config, store, env }: TimeHouse): Promise<Api> {
  const log = createLogger(config.logLevel);
  const mail = createAccessMailer(config.mail, log);
  const now = await env.currentTimeMs();
  const { taskQueue, saleCoalesceMs: coalesceMs, callDeadlineMs: waitMs, temporalUiUrl: uiUrl } = config;
  const server: Server = createApiServer(
    createApp({
      ...{ config, log, store, mail, whatsapp: null, now: () => now },
      runs: createRuns({ client: env.client, taskQueue, coalesceMs, waitMs, uiUrl }),
      bling: createBlingAccess(config.bling, store, log),
    }),
  );
  return {
    url: await listen(server),
    async close() {
      await new Promise((resolve) => server.close(resolve).closeAllConnections());
      await mail.close();
    },
  };
}

/** With spaces as one types them. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

async function eventsIn(story: Locator): Promise<string[]> {
  const shown = await story.locator('[data-event]').all();
  return Promise.all(shown.map(async (one) => (await one.getAttribute('data-event')) ?? ''));
}

/** As the page writes an instant, in the zone of the store: `01/11/2026 09:00:00,000`. */
function inStore(at: string): string {
  const local = DateTime.fromISO(at, { zone: 'America/Sao_Paulo' });
  return local.toFormat('dd/MM/yyyy HH:mm:ss,SSS');
}
