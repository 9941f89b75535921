import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { anApi, problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { META_SECRET, MINE, signatureOf } from '../builders';
import { signedIn } from '../callers';
import { expectContract } from '../http/contract';

interface TestedJson {
  outcome: string;
  text: string;
  activation: {
    steps: { step: string; state: string; missing: { code: string }[] }[];
    channels: {
      channel: string;
      testedAt: string | null;
      arrivedAt: string | null;
      failure: string | null;
    }[];
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

const looked = async (api: AnApi): Promise<TestedJson> => ({
  ...{ outcome: '', text: '' },
  activation: (await api.get('/v1/activation').expect(200)).body as TestedJson['activation'],
});

const byWhatsApp = ({ activation }: TestedJson) =>
  activation.channels.find(({ channel }) => channel === 'whatsapp')!;

/** Meta says what became of a message. */
async function reported(api: AnApi, reference: string, what: object): Promise<void> {
  const status = { id: 'wamid.1', timestamp: '1790000000', biz_opaque_callback_data: reference, ...what };
  const value = { metadata: { phone_number_id: '104857600' }, statuses: [status] };
  const entry = [{ id: '1', changes: [{ field: 'messages', value }] }];
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry });
  const signed = {
    'content-type': 'application/json',
    'x-hub-signature-256': signatureOf(body, META_SECRET),
  };
  await request(api.app).post('/webhooks/whatsapp').set(signed).send(body).expect(200);
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

  it('that is reported not to have arrived ticks nothing any more; one that has says when, whatever comes late', async () => {
    const api = anApi({}, SENDING);
    const asked = { channel: 'whatsapp', phone: '(11) 98765-4321' };
    for (const key of ['key-1', 'key-2']) await api.post(PATH, asked, key).expect(200);
    const [former, last] = api.templates.map(({ reference }) => reference) as [string, string];
    expect(last.startsWith(`test/${MINE}/`)).toBe(true);
    await reported(api, former, { status: 'failed', errors: [{ code: 131_026 }] });
    expect(lastStep(await looked(api))).toEqual([]);
    await reported(api, last, { status: 'failed', errors: [{ code: 131_026 }] });
    expect(lastStep(await looked(api))).toEqual(['test_failed']);
    expect(byWhatsApp(await looked(api))).toMatchObject({ arrivedAt: null, failure: expect.any(String) });
    for (const status of ['delivered', 'read']) await reported(api, last, { status });
    await reported(api, last, { status: 'failed', errors: [{ code: 131_026 }] });
    expect(lastStep(await looked(api))).toEqual([]);
    const arrivedAt = new Date(1_790_000_000_000).toISOString();
    expect(byWhatsApp(await looked(api))).toMatchObject({ arrivedAt, failure: null });
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
