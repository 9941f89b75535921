import { describe, expect, it } from '@jest/globals';
import { earnedText } from '../../console/src/counter/earned-text';
import { spokenName } from '../../console/src/counter/spoken-name';
import { counter } from '../../console/src/words/pt/counter';

describe('what the counter says of people', () => {
  it.each([
    ['Maria da Silva', 'Maria S.'],
    ['Maria', 'Maria'],
    [null, 'Cliente sem nome'],
  ])('speaks of %j as %j', (name, spoken) => {
    expect(spokenName(name)).toBe(spoken);
  });

  it.each([['Maria S.'], ['Maria'], ['Cliente sem nome']])('ends each sentence about %s once', (name) => {
    const { outcome: words } = counter;
    const said = [
      words.use('R$ 20,00', name, 'R$ 5,00'),
      words.use('R$ 20,00', name, null),
      words.voucher('R$ 20,00', name, null),
      words.voucher('R$ 12,00', name, 'R$ 8,00'),
      words.reserve('R$ 20,00', name, '12/11/2026 14:05'),
      words.confirm('R$ 20,00', name),
      words.release('R$ 20,00', name),
      words.undo('R$ 20,00', name),
      words.claim('Venda 7', name, 'R$ 1,00 de cashback'),
      words.claim('Venda 7', name, null),
    ];
    for (const sentence of said) expect(sentence).toMatch(/^(?!.*\.\.).*\.$/);
    const used = `Resgatado R$ 20,00 de ${name.replace(/\.$/, '')}.`;
    expect(said.slice(0, 2)).toEqual([`${used} Sobram R$ 5,00.`, used]);
  });
});

describe('what the counter says that a sale gave', () => {
  it.each([
    [{ earnedCents: 600 }, 'R$\u00a06,00 de cashback'],
    [{ earnedCents: 0, earnedPoints: 1_200, earnedVouchers: 0 }, '1.200 pontos'],
    [{ earnedCents: 600, earnedPoints: 1, earnedVouchers: 1 }, 'R$\u00a06,00 de cashback, 1 ponto e 1 vale'],
    [{ earnedPoints: 2, earnedVouchers: 2 }, '2 pontos e 2 vales'],
    [{ earnedCents: 0 }, null],
  ])('is all of it: %j', (earned, said) => {
    expect(earnedText(earned)).toBe(said);
  });
});
