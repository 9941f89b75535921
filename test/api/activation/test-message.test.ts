import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { anApi, problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { MINE } from '../builders';
import { signedIn } from '../callers';
import { expectContract } from '../http/contract';

interface TestedJson {
  outcome: string;
  text: string;
  activation: {
    steps: { step: string; state: string; missing: { code: string }[] }[];
    channels: { channel: string; testedAt: string | null }[];
  };
}

const PATH = '/v1/activation/test-message';
const SENDING = {
  ...{ SMTP_URL: 'smtp://mail.example.com:587', MAIL_FROM: 'Loja <loja@example.com>' },
  ...{ WHATSAPP_PHONE_NUMBER_ID: '104857600', WHATSAPP_TOKEN: 'token' },
};

const lastStep = ({ activation }: TestedJson): string[] =>
  activation.steps.find(({ step }) => step === 'messages')!.missing.map(({ code }) => code);

/** Asks as an owner who has signed in. */
async function asOwner(api: AnApi, body: object): Promise<TestedJson> {
  const cookie = signedIn(api.holds, { merchantId: MINE, role: 'owner', storeIds: null });
  const answer = await request(api.app)
    .post(PATH)
    .set({ cookie, origin: 'http://localhost:3000', 'idempotency-key': 'test-1' })
    .send(body)
    .expect(200);
  await expectContract(answer, 'post', PATH);
  return answer.body as TestedJson;
}

describe('a test message', () => {
  it('goes by e-mail to whoever asks, and ticks the last step', async () => {
    const api = anApi({}, SENDING);
    const before = (await api.get('/v1/activation').expect(200)).body as TestedJson['activation'];
    expect(before.steps.at(-1)).toMatchObject({ step: 'messages', missing: [{ code: 'not_tested' }] });
    const tested = await asOwner(api, { channel: 'email' });
    expect(tested.outcome).toBe('sent');
    expect(lastStep(tested)).toEqual([]);
    const { testedAt } = tested.activation.channels.find(({ channel }) => channel === 'email')!;
    expect(testedAt).not.toBeNull();
    const [{ to, mail }] = api.mail.sent as [(typeof api.mail.sent)[number]];
    expect(to).toBe('ana@example.com');
    expect(mail).toMatchObject({ kind: 'test_message' });
    expect(mail.kind === 'test_message' && mail.email.subject).toMatch(/^\[Teste\] /);
    expect(api.holds.audit).toMatchObject([{ act: 'activation.test_message' }]);
    expect(JSON.stringify(api.holds.audit)).not.toContain('ana@example.com');
  });

  it('goes by WhatsApp to the number that is given, and is kept nowhere with it', async () => {
    const api = anApi({}, SENDING);
    const tested = await asOwner(api, { channel: 'whatsapp', phone: '(11) 98765-4321' });
    expect(tested.outcome).toBe('sent');
    expect(lastStep(tested)).toEqual([]);
    expect(api.templates).toMatchObject([
      { to: '5511987654321', template: 'retorno_beneficio_ganho', button: 'teste' },
    ]);
    expect(JSON.stringify([api.holds.audit, [...api.holds.activations]])).not.toContain('98765');
    expect(api.logged()).not.toContain('98765');
  });

  it('that did not go out ticks nothing, and says why', async () => {
    const api = anApi({}, SENDING);
    api.mail.goes.outcome = 'failed';
    const tested = await asOwner(api, { channel: 'email' });
    expect(tested).toMatchObject({ outcome: 'failed', text: expect.stringMatching(/^O servidor de e-mail/) });
    expect(lastStep(tested)).toEqual(['not_tested']);
  });

  it('has no address to go to where a key asks, and is for a mobile number', async () => {
    const api = anApi({}, SENDING);
    const answer = await api.post(PATH, { channel: 'email' }).expect(200);
    expect(answer.body).toMatchObject({ outcome: 'failed', text: expect.stringMatching(/^Uma chave/) });
    const landline = await api.post(PATH, { channel: 'whatsapp', phone: '(11) 3456-7890' }, 'key-2');
    expect([landline.status, problemIn(landline).code]).toEqual([422, 'invalid_request']);
    expect(api.templates).toEqual([]);
  });

  it('is sent ten times an hour at most', async () => {
    const api = anApi({}, SENDING);
    const body = { channel: 'whatsapp', phone: '(11) 98765-4321' };
    for (let n = 0; n < 10; n += 1) await api.post(PATH, body, `key-${n}`).expect(200);
    const refused = await api.post(PATH, body, 'key-more').expect(429);
    expect(problemIn(refused).code).toBe('too_many_requests');
    expect(api.templates).toHaveLength(10);
  });
});
