import { describe, expect, it } from '@jest/globals';
import { anApi, problemIn } from '../an-api';
import { expectContract } from '../http/contract';

const PATH = '/v1/messages/texts';
const WORDS = { subject: 'Parabéns, {nome}!', opening: ['Feliz dia.'], closing: [] };

interface Texts {
  data: { occasion: string; subject: string | null; opening: string[]; variables: string[] }[];
}

describe('a merchant’s own words', () => {
  it('are none at first, and then those that were typed, in previews too', async () => {
    const api = anApi();
    const none = await api.get(PATH).expect(200);
    await expectContract(none, 'get', PATH);
    expect(
      (none.body as Texts).data.every(({ subject, opening }) => subject === null && opening.length === 0),
    ).toBe(true);
    const changed = await api.put(PATH, { occasion: 'birthday', ...WORDS }).expect(200);
    await expectContract(changed, 'put', PATH);
    const own = (changed.body as Texts).data.find(({ occasion }) => occasion === 'birthday');
    expect(own).toMatchObject({ ...WORDS, variables: ['{nome}', '{programa}', '{beneficio}'] });
    const previews = await api.get('/v1/messages/previews').expect(200);
    expect(JSON.stringify(previews.body)).toContain('Parabéns, Ana!');
    expect(api.holds.audit).toMatchObject([
      {
        act: 'message.text',
        outcome: 'done',
        before: { subject: null },
        after: { occasion: 'birthday', ...WORDS },
      },
    ]);
  });

  it('are none any more where all of them are left empty', async () => {
    const api = anApi();
    await api.put(PATH, { occasion: 'birthday', ...WORDS }).expect(200);
    const empty = { occasion: 'birthday', subject: null, opening: [], closing: [] };
    await api.put(PATH, empty).expect(200);
    expect([...api.holds.texts.values()]).toEqual([{}]);
  });

  it.each([
    ['subject', { ...WORDS, subject: 'Até {validade}' }, '{validade}'],
    ['opening', { ...WORDS, opening: ['Oi', 'Olá {Nome}'] }, '{Nome}'],
    ['closing', { ...WORDS, closing: ['{'] }, '{'],
  ])('are refused where %s names what the message does not have', async (field, words, typed) => {
    const answer = await anApi()
      .put(PATH, { occasion: 'birthday', ...words })
      .expect(422);
    const { code, errors } = problemIn(answer) as {
      code: string;
      errors?: { field: string; message: string }[];
    };
    expect(code).toBe('invalid_request');
    expect(errors).toEqual([{ field, message: expect.stringContaining(`${typed} não é preenchido`) }]);
  });

  it.each([
    { occasion: 'party' },
    { subject: 'x'.repeat(121) },
    { opening: Array(6).fill('x') },
    { closing: [''] },
  ])('are refused where they are %j', async (change) => {
    const body = { occasion: 'birthday', ...WORDS, ...change };
    await anApi().put(PATH, body).expect(422);
  });
});
