import { describe, expect, it } from '@jest/globals';
import { anApi } from '../an-api';
import { expectContract } from '../http/contract';

const PATH = '/v1/messages/previews';

interface Previews {
  data: { occasion: string; channels: string[]; email: { text: string }; whatsapp: { text: string } }[];
}

describe('GET /v1/messages/previews', () => {
  it('shows one message of each occasion, and by which channels the program in force sends it', async () => {
    const answer = await anApi().get(PATH).expect(200);
    await expectContract(answer, 'get', PATH);
    const { data } = answer.body as Previews;
    expect(new Set(data.map(({ occasion }) => occasion)).size).toBe(9);
    const channels = new Map(data.map((one) => [one.occasion, one.channels]));
    expect(channels.get('birthday')).toEqual([]);
    for (const { email } of data) expect(email.text).toMatch(/\/u\/exemplo\n/);
  });
});
