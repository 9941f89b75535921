import { describe, expect, it } from '@jest/globals';
import { anApi, problemIn } from '../an-api';
import { expectContract } from '../http/contract';

const PATH = '/v1/settings/stand-ins';

const OWN = {
  words: ['cliente whatsapp'],
  emails: ['@loja.com.br', 'caixa@gmail.com'],
  phones: ['(11) 3456-7890'],
};

describe('what stands for nobody in the sales of a merchant (R48)', () => {
  it('is nothing of the merchant’s own at first, then what was set', async () => {
    const { get, put } = anApi();
    const first = await get(PATH).expect(200);
    await expectContract(first, 'get', PATH);
    expect(first.body).toEqual({ words: [], emails: [], phones: [] });
    const set = await put(PATH, OWN).expect(200);
    await expectContract(set, 'put', PATH);
    expect((await get(PATH).expect(200)).body).toEqual(OWN);
    await put(PATH, {}).expect(200);
    expect((await get(PATH).expect(200)).body).toEqual({ words: [], emails: [], phones: [] });
  });

  it('leaves a sale under such a name, phone and address unidentified', async () => {
    const { put, post, asked } = anApi();
    await put(PATH, OWN).expect(200);
    const sale = {
      ...{ channel: 'pos', externalId: 'PDV-1', soldAt: '2026-11-03T12:00:00-03:00', totalCents: 10_000 },
      status: 'completed',
      customer: { name: 'Cliente WhatsApp', phone: '11 3456 7890', email: 'vendas@loja.com.br' },
    };
    expect((await post('/v1/sales', sale).expect(201)).body).toMatchObject({ customerId: null });
    expect(asked).not.toContain('customers.identify');
  });

  it.each([
    [{ words: [''] }, 'words[0]'],
    [{ emails: ['loja'] }, 'emails[0]'],
    [{ emails: ['@loja'] }, 'emails[0]'],
    [{ phones: ['4002-8922'] }, 'phones[0]'],
    [{ names: [] }, 'names'],
    [{ words: Array.from({ length: 201 }, () => 'x') }, 'words'],
  ])('refuses %j by its field', async (body, field) => {
    const answer = await anApi().put(PATH, body).expect(422);
    await expectContract(answer, 'put', PATH);
    expect(problemIn(answer).errors?.map((error) => error.field)).toEqual([field]);
  });
});
