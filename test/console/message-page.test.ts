import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { MessageDecision, MessageIdentity, Opening } from '../../src/store';
import { openHouse } from '../e2e/house';
import type { House } from '../e2e/house';
import { aBrowser, describePages, expectSound, inBothWindows } from './a-browser';
import type { ABrowser } from './a-browser';
import { visit } from './visit';

const LATER = new Date(Date.now() + 3_600_000);

/** Each state a message can be in, and each cause why it waits or was not sent, with what is said of it. */
const CASES: readonly [key: string, beginning: Opening['beginning'], said: string][] = [
  ...(
    [
      ['quiet_hours', 'na fila: está fora do horário de envio da loja'],
      ['frequency_cap', 'na fila: o cliente já recebeu o máximo de mensagens do período'],
      ['not_live', 'na fila: o envio de mensagens aos clientes não estava liberado pela loja'],
    ] as const
  ).map(([reason, said]): (typeof CASES)[number] => [
    `expiring/${reason}`,
    { state: 'queued', reason, nextAttemptAt: LATER },
    said,
  ]),
  ...(
    [
      ['opted_out', 'não enviado: a pessoa não quer mais receber mensagens'],
      ['no_consent', 'não enviado: o cliente não autorizou mensagens por este canal'],
      ['bought_since', 'não enviado: o cliente comprou de novo antes de sair'],
      ['holdout', 'não enviado: o cliente está no grupo de comparação, que não recebe convites'],
      ['no_longer_due', 'não enviado: deixou de ser devido antes de sair'],
      ['no_address', 'não enviado: o cliente não tem celular'],
    ] as const
  ).map(([reason, said]): (typeof CASES)[number] => [
    `repurchase/${reason}`,
    { state: 'skipped', reason },
    said,
  ]),
  ['earned/sent', { state: 'sending' }, 'por WhatsApp: enviado'],
  ['earned/delivered', { state: 'sending' }, 'por WhatsApp: entregue'],
  ['earned/read', { state: 'sending' }, 'por WhatsApp: lido'],
  ['earned/failed', { state: 'sending' }, 'por WhatsApp: não entregue: número não está no WhatsApp'],
];

describePages('what customers were told', () => {
  let house: House;
  let browser: ABrowser;

  beforeAll(async () => {
    house = await openHouse({ worker: false });
    browser = await aBrowser();
    const { messages } = house.store;
    const now = new Date();
    const identityOf = (key: string): MessageIdentity => ({
      ...{ merchantId: house.tenant.merchantId, saleId: 'sal_1', key, channel: 'whatsapp' },
    });
    await messages.open(
      CASES.map(([key, beginning]) => ({
        identity: identityOf(key),
        about: { customerId: 'cus_1', kind: key.split('/')[0] as Opening['about']['kind'] },
        decision: decisionOf(beginning, now),
        beginning,
      })),
      now,
    );
    const id = (state: string): string => `${house.tenant.merchantId}/sal_1/earned/${state}/whatsapp`;
    for (const state of ['sent', 'delivered', 'read', 'failed'] as const) {
      await messages.finish(id(state), { state: 'sent', providerId: `wamid.${state}` }, now);
      const reason = state === 'failed' ? 'unreachable' : null;
      const report = { messageId: id(state), providerId: `wamid.${state}`, reason, senderId: null };
      await messages.report([{ ...report, state, at: now.getTime() }], now);
    }
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  inBothWindows(() => {
    it('21: shows each message with its state and, where it waits or did not go, why', async () => {
      const page = await visit(browser, { house, role: 'manager' });
      await page.goto('/mensagens');
      await page.locator('tbody tr').first().waitFor();
      for (const [, , said] of CASES) expect(await rowsWith(page, said)).toBe(1);
      await expectSound(page);

      await page.getByLabel('Situação').selectOption('skipped');
      await page.waitForURL(/situacao=skipped/);
      await page.getByText('o cliente comprou de novo').waitFor();
      await page.getByText('fora do horário').waitFor({ state: 'detached' });
      await page.getByLabel('Ocasião').selectOption('earned');
      await page.getByText('Nenhuma mensagem encontrada').waitFor();
      await page.goto('/mensagens?venda=sal_2');
      await page.getByText('Nenhuma mensagem encontrada').waitFor();

      await page.goto('/mensagens?situacao=queued&cliente=cus_1');
      await page
        .locator('tbody tr')
        .filter({ hasText: 'fora do horário' })
        .getByRole('link', { name: 'Vencimento próximo, por WhatsApp' })
        .click();
      await page.getByText('Espera: está fora do horário de envio da loja').waitFor();
      await expectSound(page);
      await page.context().close();
    });

    it('21: is for those who lead, and one that is not there says so', async () => {
      const staff = await visit(browser, { house, role: 'staff' });
      await staff.goto('/mensagens');
      await staff.getByText('Você não tem acesso a esta página').waitFor();
      await staff.context().close();
      const page = await visit(browser, { house, role: 'owner' });
      await page.goto('/mensagens/bm9uZQ');
      await page.getByText('Código: message_not_found').waitFor();
      await expectSound(page);
      await page.context().close();
    });
  });
});

function decisionOf(beginning: Opening['beginning'], at: Date): MessageDecision {
  if (beginning.state === 'sending') return { at, do: 'send', because: null, until: null };
  const because = beginning.reason as MessageDecision['because'];
  return beginning.state === 'queued'
    ? { at, do: 'wait', because, until: beginning.nextAttemptAt }
    : { at, do: 'skip', because, until: null };
}

async function rowsWith(page: Page, said: string): Promise<number> {
  return page.locator('tbody tr').filter({ hasText: said }).count();
}
