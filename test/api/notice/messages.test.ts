import { describe, expect, it } from '@jest/globals';
import type { Message } from '../../../src/store';
import { anApi, problemIn } from '../an-api';
import { MINE, NOW, THEIRS } from '../builders';

import { expectContract } from '../http/contract';

const at = new Date(NOW);
const until = new Date(NOW + 3_600_000);

function aMessage(change: Partial<Message> = {}): Message {
  const merchantId = change.merchantId ?? MINE;
  return {
    id: `${merchantId}/sal_1/expiring/P7D/2026-11-20T03:00:00.000Z/whatsapp`,
    merchantId,
    ...{ saleId: 'sal_1', customerId: 'cus_1', kind: 'expiring', channel: 'whatsapp' },
    ...{ state: 'queued', reason: 'quiet_hours', providerId: null, attempts: 0 },
    ...{ sendingSince: null, nextAttemptAt: until, sentAt: null },
    decision: { at, do: 'wait', because: 'quiet_hours', until },
    ...{ createdAt: at, updatedAt: at },
    ...change,
  };
}

interface Listed {
  data: { id: string; state: string }[];
  next: string | null;
}

describe('messages', () => {
  it('say what was decided about them, why and until when, in words too', async () => {
    const { get } = anApi({ messages: [aMessage(), aMessage({ merchantId: THEIRS })] });
    const list = await get('/v1/messages').expect(200);
    await expectContract(list, 'get', '/v1/messages');
    expect(list.body).toMatchObject({
      data: [
        {
          ...{ saleId: 'sal_1', customerId: 'cus_1', occasion: 'expiring', state: 'queued' },
          text: 'Aviso de vencimento próximo por WhatsApp: na fila: está fora do horário de envio da loja',
          decision: {
            ...{ do: 'wait', because: 'quiet_hours', until: until.toISOString() },
            text: 'Espera: está fora do horário de envio da loja',
          },
        },
      ],
      next: null,
    });
    const { id } = (list.body as Listed).data[0]!;
    const one = await get(`/v1/messages/${id}`).expect(200);
    await expectContract(one, 'get', '/v1/messages/{id}');
    expect(one.body).toEqual((list.body as Listed).data[0]);
  });

  it('are those asked for, page by page', async () => {
    const { get } = anApi({
      messages: [
        aMessage(),
        aMessage({ id: `${MINE}/sal_2/earned/x/email`, saleId: 'sal_2', kind: 'earned', state: 'sent' }),
      ],
    });
    for (const [query, state] of [
      ['state=sent', 'sent'],
      ['occasion=expiring', 'queued'],
      ['saleId=sal_2', 'sent'],
    ]) {
      const { data } = (await get(`/v1/messages?${query}`).expect(200)).body as Listed;
      expect(data.map((one) => one.state)).toEqual([state]);
    }
    const first = (await get('/v1/messages?limit=1').expect(200)).body as Listed;
    expect(first.next).not.toBeNull();
    await get(`/v1/messages?limit=1&before=${encodeURIComponent(first.next!)}`).expect(200);
    await get('/v1/messages?state=lost').expect(422);
  });

  it('of an earlier version have no decision', async () => {
    const { get } = anApi({ messages: [aMessage({ decision: undefined, state: 'sent', reason: null })] });
    const list = await get('/v1/messages').expect(200);
    expect(list.body).toMatchObject({ data: [{ decision: null, state: 'sent' }] });
  });

  it('of another merchant are not found, whatever id is asked for', async () => {
    const { get } = anApi({ messages: [aMessage({ merchantId: THEIRS })] });
    for (const path of ['sal_1/expiring/P7D/2026-11-20T03:00:00.000Z/whatsapp', `../${THEIRS}/sal_1`, '%']) {
      const id = Buffer.from(path, 'utf8').toString('base64url');
      expect(problemIn(await get(`/v1/messages/${id}`).expect(404)).code).toBe('message_not_found');
    }
  });
});
