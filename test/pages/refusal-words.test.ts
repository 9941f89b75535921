import { describe, expect, it } from '@jest/globals';
import { refusalWords, WORDED_CODES } from '../../console/src/words/pt/refusals';
import { openApi, operationsOf } from '../api/http/contract';

describe('the words of refusals on the pages', () => {
  it('are there for every code that any call of the API refuses with', async () => {
    const codes = operationsOf(await openApi()).flatMap(([, , { responses }]) =>
      Object.values(responses).flatMap(({ content }) =>
        Object.keys(content?.['application/problem+json']?.examples ?? {}),
      ),
    );
    expect(new Set(codes).size).toBeGreaterThan(30);
    expect([...new Set(codes)].filter((code) => !WORDED_CODES.includes(code)).sort()).toEqual([]);
  });

  it.each([
    ['voucher_expired', { expiredOn: '2026-11-12' }, 'Vale vencido em 12/11/2026.'],
    ['above_max_share', { maxCents: 1_500, requestedCents: 2_000 }, /Cabem R\$\s15,00 .* R\$\s20,00/],
    ['insufficient_balance', { requiredPoints: 1_500, availablePoints: 1 }, /1\.500 pontos, e há 1 ponto\./],
    ['wrong_store', { stores: ['centro', 'praia'] }, 'Este vale só é aceito em: centro, praia.'],
    ['forbidden', { detail: 'Isto não foi feito em uma das suas lojas.' }, /^Isto não foi feito em uma/],
    ['forbidden', {}, 'O seu acesso não permite isto.'],
    ['invalid_request', { state: 'expired' }, 'O resgate está com a reserva vencida.'],
    ['invalid_request', { errors: [{ field: 'name', message: 'Falta o nome.' }] }, 'Falta o nome.'],
  ])('say of %s with %j why', (code, facts, cause) => {
    const words = refusalWords(code, facts);
    expect(words.cause).toMatch(
      typeof cause === 'string' ? new RegExp(`^${cause.replace(/\./g, '\\.')}$`) : cause,
    );
    expect(words.action).not.toBe('');
  });

  it('are those of the API for a code that is newer than the page', () => {
    expect(refusalWords('quite_new', { title: 'Novo', detail: 'Algo novo.' })).toMatchObject({
      title: 'Novo',
      cause: 'Algo novo.',
    });
  });
});
