import { describe, expect, it } from '@jest/globals';
import { programSchema } from '../../../src/loyalty';
import { ConcurrentChangeError } from '../../../src/store';
import { anApi, problemIn } from '../an-api';
import { MINE, NOW } from '../builders';
import { expectContract } from '../http/contract';

const program = {
  name: 'Clube da Loja',
  earning: { rules: [{ id: 'cashback-5', grant: { type: 'cashback', rateBps: 500 } }] },
};

describe('the program', () => {
  it('is not found before the first version', async () => {
    expect(problemIn(await anApi().get('/v1/program').expect(404)).code).toBe('program_not_found');
  });

  it('is published in numbered versions, with every default filled in (R40)', async () => {
    const { put, get } = anApi();
    const first = await put('/v1/program', program).expect(200);
    await expectContract(first, 'put', '/v1/program');
    expect(first.body).toMatchObject({
      version: 1,
      program: { redemption: { maxShareBps: 10_000 }, timezone: 'America/Sao_Paulo' },
    });
    const second = await put('/v1/program', { ...program, name: 'Clube Novo' }).expect(200);
    expect(second.body).toMatchObject({ version: 2 });
    const { changes, warnings, dryRun, ...version } = second.body as Record<string, unknown>;
    expect({ warnings, dryRun }).toEqual({ warnings: [], dryRun: false });
    expect((await get('/v1/program').expect(200)).body).toEqual(version);
    expect(changes).toEqual([
      {
        path: 'name',
        kind: 'changed',
        text: 'O programa passa a se chamar Clube Novo (antes, Clube da Loja)',
      },
    ]);
  });

  it('says of the first version that it is the first', async () => {
    const first = await anApi().put('/v1/program', program).expect(200);
    expect(first.body).toMatchObject({
      changes: [
        {
          path: '',
          kind: 'added',
          text: 'Primeira versão do programa Clube da Loja, com 1 regra: cashback-5',
        },
      ],
    });
  });

  it('makes no new version of what is current already, in whatever order it is written', async () => {
    const { put } = anApi();
    const first = await put('/v1/program', program).expect(200);
    const { earning, name } = program;
    const again = await put('/v1/program', { earning, holding: { after: 'PT0S' }, name }).expect(200);
    expect(again.body).toEqual({ ...(first.body as object), changes: [] });
  });

  it('can be tried without being published', async () => {
    const { put, get, holds } = anApi();
    await put('/v1/program', program).expect(200);
    const draft = {
      ...program,
      name: 'Clube Novo',
      messages: { expiring: { before: ['P7D'] } },
    };
    const tried = await put('/v1/program?dryRun=true', draft).expect(200);
    await expectContract(tried, 'put', '/v1/program');
    expect(tried.body).toMatchObject({
      version: 2,
      publishedAt: null,
      dryRun: true,
      program: { name: 'Clube Novo' },
      warnings: [
        {
          path: 'messages.expiring',
          text: 'Há avisos de vencimento, mas nada do que o programa dá vence: eles nunca saem.',
        },
      ],
    });
    expect((tried.body as { changes: { path: string }[] }).changes.map(({ path }) => path)).toEqual([
      'name',
      'messages.expiring',
    ]);
    expect(holds.programs).toHaveLength(1);
    expect((await get('/v1/program').expect(200)).body).toMatchObject({
      version: 1,
      program: { name: 'Clube da Loja' },
    });
    await put('/v1/program?dryRun=true', { ...draft, holding: { after: 'x' } }).expect(422);
    await put('/v1/program?dryRun=sim', draft).expect(422);
    expect((await put('/v1/program?dryRun=true', program).expect(200)).body).toMatchObject({
      version: 1,
      changes: [],
      dryRun: true,
    });
    expect((await put('/v1/program?dryRun=false', draft).expect(200)).body).toMatchObject({
      version: 2,
      dryRun: false,
    });
  });

  it('is refused field by field, in the words of the rules', async () => {
    const { put, holds } = anApi();
    const wrong = { ...program, holding: { after: '8 dias' }, extra: 1 };
    const answer = await put('/v1/program', wrong).expect(422);
    expect(problemIn(answer)).toMatchObject({ code: 'invalid_request' });
    expect(
      problemIn(answer)
        .errors?.map(({ field }) => field)
        .sort(),
    ).toEqual(['extra', 'holding.after']);
    expect(holds.programs).toEqual([]);
  });

  it('may use all the contract has: points, vouchers, customers, monthly caps and budgets', async () => {
    const rules = [
      { id: 'vale', grant: { type: 'voucher', template: 'volta-20' }, when: { firstPurchase: true } },
      {
        id: 'pontos',
        grant: { type: 'points', points: 1, perCents: 100 },
        when: { segment: 'vip' },
        capPerCustomerPerMonthPoints: 500,
        budgetPoints: 10_000,
      },
    ];
    const vouchers = { 'volta-20': { discount: { type: 'amount', cents: 2000 }, stores: ['centro'] } };
    const messages = { returned: { channels: ['email'] } };
    const { put, holds } = anApi();
    const answer = await put('/v1/program', { ...program, earning: { rules }, vouchers, messages }).expect(
      200,
    );
    await expectContract(answer, 'put', '/v1/program');
    expect(holds.programs).toHaveLength(1);
  });

  it('is not published over what somebody else has published since the draft was made', async () => {
    const { put, holds } = anApi();
    await put('/v1/program?replaces=0', program).expect(200);
    const theirs = { ...program, name: 'Clube Deles' };
    await put('/v1/program?replaces=1', theirs).expect(200);
    const mine = { ...program, name: 'Clube Meu' };
    for (const query of ['replaces=1', 'replaces=1&dryRun=true']) {
      const answer = await put(`/v1/program?${query}`, mine).expect(409);
      await expectContract(answer, 'put', '/v1/program');
      expect(answer.body).toMatchObject({
        ...{ code: 'program_changed', version: 2, replaces: 1 },
        changes: [{ path: 'name', text: expect.stringContaining('passa a se chamar Clube Deles') }],
      });
    }
    const first = await put('/v1/program?replaces=0', mine).expect(409);
    expect(first.body).toMatchObject({ changes: [{ kind: 'added' }] });
    const unknown = await put('/v1/program?replaces=7', mine).expect(409);
    expect(unknown.body).toMatchObject({ changes: [] });
    // What is in force already was published, perhaps by a call whose answer was lost.
    expect((await put('/v1/program?replaces=1', theirs).expect(200)).body).toMatchObject({ version: 2 });
    for (const wrong of ['', 'x', '-1', '1.5']) await put(`/v1/program?replaces=${wrong}`, mine).expect(422);
    expect(holds.programs).toHaveLength(2);
    await put('/v1/program?replaces=2', mine).expect(200);
  });

  it('published by two at once is refused to one of them, to be repeated', async () => {
    const { put, fails } = anApi();
    fails.set('programs.publish', new ConcurrentChangeError('Version 1 was published by somebody else.'));
    const answer = await put('/v1/program', program).expect(409).expect('retry-after', '1');
    expect(problemIn(answer).code).toBe('request_in_progress');
  });
});

describe('the regulation', () => {
  it('is not found before the first version', async () => {
    expect(problemIn(await anApi().get('/v1/program/regulation').expect(404)).code).toBe('program_not_found');
  });

  it('is that of the current version, in sections and as Markdown', async () => {
    const { put, get } = anApi();
    await put('/v1/program', program).expect(200);
    await put('/v1/program', { ...program, holding: { after: 'P8D' } }).expect(200);
    const answer = await get('/v1/program/regulation').expect(200);
    await expectContract(answer, 'get', '/v1/program/regulation');
    const { version, title, markdown, sections } = answer.body as {
      version: number;
      title: string;
      markdown: string;
      sections: { heading: string; paragraphs: string[] }[];
    };
    expect({ version, title }).toEqual({ version: 2, title: 'Regulamento do programa Clube da Loja' });
    expect(sections.map(({ heading }) => heading)).toContain('Como você ganha');
    expect(markdown).toContain('## Como você ganha');
    expect(markdown).toContain('O benefício fica em carência por 8 dias');
  });

  it('promises no time at ends that sales are not given yet, as versions may run that know of none', async () => {
    const messages = { expiring: { before: ['P7D'] } };
    const fair = programSchema.parse({ ...program, expiry: { after: 'P90D' }, messages });
    const published = { merchantId: MINE, version: 1, program: fair, publishedAt: new Date(NOW) };
    const texts = async (version: object): Promise<string[]> => {
      const { get } = anApi({ programs: [{ ...published, ...version }] });
      const paths = ['/v1/program/regulation', '/v1/program/versions/1', '/v1/program'];
      return Promise.all(paths.map(async (path) => JSON.stringify((await get(path).expect(200)).body)));
    };
    const [now, ...asPublished] = await texts({});
    const promise = 'uma única vez, mais 7 dias';
    expect(now).toContain(promise);
    const [former, inWords, shown] = await texts({ endsStand: true });
    for (const text of [former, inWords]) expect(text).not.toContain(promise);
    expect([asPublished[0]!.includes(promise), shown]).toEqual([true, asPublished[1]]);
  });
});
