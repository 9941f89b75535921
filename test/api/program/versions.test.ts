import { describe, expect, it } from '@jest/globals';
import { published } from '../../loyalty/program/programs';
import { anApi, problemIn } from '../an-api';
import { MINE, NOW } from '../builders';
import { expectContract } from '../http/contract';

const version = (number: number, rateBps: number) => ({
  merchantId: MINE,
  version: number,
  program: published({
    name: `Clube ${number}`,
    earning: { rules: [{ id: 'cashback', grant: { type: 'cashback', rateBps } }] },
  }),
  publishedAt: new Date(NOW + number),
});
const programs = [version(1, 300), version(2, 500), version(3, 500)];

interface Page {
  data: { version: number; name: string; changes: { kind: string; text: string }[] }[];
  next: number | null;
}

describe('the versions of a program', () => {
  it('are listed newest first, each with what it changed, page by page', async () => {
    const { get } = anApi({ programs });
    const answer = await get('/v1/program/versions?limit=2').expect(200);
    await expectContract(answer, 'get', '/v1/program/versions');
    const { data, next } = answer.body as Page;
    expect(data.map((one) => [one.version, one.name])).toEqual([
      [3, 'Clube 3'],
      [2, 'Clube 2'],
    ]);
    expect(data[1]!.changes.map(({ text }) => text).join()).toMatch(/3%.*5%/);
    expect(next).toBe(2);
    const rest = (await get(`/v1/program/versions?before=${next}`).expect(200)).body as Page;
    expect(rest).toMatchObject({ data: [{ version: 1, asPublished: true }], next: null });
    expect(rest.data[0]!.changes.length).toBeGreaterThan(0);
  });

  it('are read one by one', async () => {
    const { get } = anApi({ programs });
    const answer = await get('/v1/program/versions/2').expect(200);
    await expectContract(answer, 'get', '/v1/program/versions/{version}');
    expect(answer.body).toMatchObject({
      version: 2,
      program: { name: 'Clube 2' },
      rules: [{ ruleId: 'cashback', text: expect.stringMatching(/^5% do valor da compra em cashback/) }],
      regulation: { title: expect.stringContaining('Clube 2') },
    });
    for (const other of ['4', '0', 'x', '1e1'])
      expect(problemIn(await get(`/v1/program/versions/${other}`).expect(404)).code).toBe(
        'program_not_found',
      );
  });
});
