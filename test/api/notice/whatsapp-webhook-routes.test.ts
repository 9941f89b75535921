import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { EngineUnavailableError } from '../../../src/runs';
import { anApi } from '../an-api';
import { aMessage, META_SECRET, signatureOf, VERIFY_TOKEN } from '../builders';

function statuses(...list: object[]): string {
  const change = { field: 'messages', value: { metadata: { phone_number_id: '1098' }, statuses: list } };
  return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [change] }] });
}

function send(
  app: Parameters<typeof request>[0],
  body: string,
  signature = signatureOf(body, META_SECRET),
): request.Test {
  return request(app)
    .post('/webhooks/whatsapp')
    .set('content-type', 'application/json')
    .set('x-hub-signature-256', signature)
    .send(body);
}

describe('webhooks of WhatsApp', () => {
  it('answer Meta’s handshake with its challenge', async () => {
    const query = {
      'hub.mode': 'subscribe',
      'hub.verify_token': VERIFY_TOKEN,
      'hub.challenge': '1158201444',
    };
    const answer = await request(anApi().app).get('/webhooks/whatsapp').query(query).expect(200);
    expect(answer.text).toBe('1158201444');
    expect(answer.headers['content-type']).toContain('text/plain');
  });

  it('refuse a handshake with another token', async () => {
    const query = { 'hub.mode': 'subscribe', 'hub.verify_token': 'wrong', 'hub.challenge': '1' };
    await request(anApi().app).get('/webhooks/whatsapp').query(query).expect(403);
  });

  it('report delivery under our own message id, and of which sending number', async () => {
    const { app, reports } = anApi();
    const body = statuses(
      {
        id: 'wamid.1',
        status: 'delivered',
        timestamp: '1790000000',
        biz_opaque_callback_data: 'mer_mine/sal_1/earned/whatsapp',
      },
      { id: 'wamid.2', status: 'failed', timestamp: '1790000001', errors: [{ code: 131026 }] },
    );
    await send(app, body).expect(200);
    expect(reports).toEqual([
      {
        messageId: 'mer_mine/sal_1/earned/whatsapp',
        providerId: 'wamid.1',
        state: 'delivered',
        reason: null,
        senderId: '1098',
        at: 1_790_000_000_000,
      },
      {
        messageId: null,
        providerId: 'wamid.2',
        state: 'failed',
        reason: 'unreachable',
        senderId: '1098',
        at: 1_790_000_001_000,
      },
    ]);
  });

  it('show by what arrived that somebody has the phone, and by nothing else', async () => {
    const phones = ['5511987654321', '5511987654322', '5511987654323'];
    const { app, holds } = anApi({ unreachable: phones.map((one) => `+${one}`) });
    const [read, sent, nobodys] = phones.map((recipient_id) => ({
      ...{ id: 'wamid.1', status: 'read', timestamp: '1790000000', recipient_id },
      biz_opaque_callback_data: 'mer_mine/sal_1/earned/whatsapp',
    }));
    const others = [
      { ...sent, status: 'sent' },
      { ...sent, biz_opaque_callback_data: 'test/5b1c' },
      { ...nobodys, biz_opaque_callback_data: undefined },
    ];
    await send(app, statuses(read!, ...others)).expect(200);
    expect(holds.unreachable).toEqual(['+5511987654322', '+5511987654323']);
  });

  it('are taken in up to the 3 MB that Meta gathers, in one go', async () => {
    const { app, reports } = anApi();
    const one = {
      status: 'sent',
      timestamp: '1790000000',
      biz_opaque_callback_data: `mer_mine/${'s'.repeat(400)}/earned/whatsapp`,
    };
    const many = Array.from({ length: 5_500 }, (_, index) => ({ id: `wamid.${index}`, ...one }));
    const body = statuses(...many);
    expect(body.length).toBeGreaterThan(2_800_000);
    await send(app, body).expect(200);
    expect(reports).toHaveLength(5_500);
    await send(app, statuses(...many, ...many)).expect(413);
    expect(reports).toHaveLength(5_500);
  });

  describe('that change what is said of a message', () => {
    const untold = aMessage({ state: 'failed', reason: 'unreachable', untold: true });
    const body = statuses({
      id: 'wamid.1',
      status: 'failed',
      timestamp: '1790000001',
      errors: [{ code: 131026 }],
    });

    it('are told to its sale, once', async () => {
      const { app, runs, holds } = anApi({ messages: [{ ...untold }] });
      await send(app, body).expect(200);
      await send(app, body).expect(200);
      expect(runs.moved.map(({ input, causeId }) => [input.saleId, causeId])).toEqual([['sal_1', untold.id]]);
      expect(holds.messages[0]!.untold).toBeUndefined();
    });

    it('are kept for later while Temporal is away', async () => {
      const { app, runs, holds } = anApi({ messages: [{ ...untold }] });
      runs.behave = () => Promise.reject(new EngineUnavailableError());
      await send(app, body).expect(200);
      expect(holds.messages[0]!.untold).toBe(true);
    });
  });

  it('are refused with a wrong signature and malformed as anything but JSON', async () => {
    const { app, reports } = anApi();
    await send(app, statuses(), signatureOf(statuses(), 'another-secret')).expect(401);
    await send(app, '{').expect(400);
    expect(reports).toEqual([]);
  });

  it('are answered 503 while a report cannot be kept, so that Meta sends it again', async () => {
    const { app, fails } = anApi();
    fails.set('messages.report', Object.assign(new Error('away'), { name: 'MongoNetworkError' }));
    await send(app, statuses({ id: 'wamid.1', status: 'read', timestamp: '1790000000' })).expect(503);
  });
});
