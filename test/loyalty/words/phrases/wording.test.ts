import { describe, expect, it } from '@jest/globals';
import {
  andList,
  orList,
  channelName,
  dateWords,
  daysBetween,
  discountWords,
  durationWords,
  everyWeekday,
  openThrough,
  shortList,
  weekdayName,
  windowWords,
} from '../../../../src/loyalty/words/phrases';

describe('a duration in words (R2)', () => {
  it.each([
    ['P8D', '8 dias'],
    ['P1D', '1 dia'],
    ['P2W', '14 dias'],
    ['P1M', '1 mês'],
    ['P3M', '3 meses'],
    ['P1Y', '1 ano'],
    ['P18M', '1 ano e 6 meses'],
    ['P1Y2M10D', '1 ano, 2 meses e 10 dias'],
    ['PT15M', '15 minutos'],
    ['PT1H', '1 hora'],
    ['PT90M', '1 hora e 30 minutos'],
    ['PT24H', '24 horas'],
    ['P1DT12H', '1 dia e 12 horas'],
    ['PT1S', '1 segundo'],
    ['PT1,25S', '1,25 segundo'],
    ['PT2.5S', '2,5 segundos'],
    ['PT0S', 'na hora'],
    ['P0D', 'na hora'],
  ])('%s is %s', (text, words) => {
    expect(durationWords(text)).toBe(words);
  });

  it('tells a day on the clock from a whole local day', () => {
    expect(['P1D', 'P1DT0S', 'P2DT0S'].map(durationWords)).toEqual(['1 dia', '1 dia exato', '2 dias exatos']);
  });

  it('as a window tells the rest of a day from no time at all (R33, R34)', () => {
    expect(['P7D', 'P0D', 'PT0S'].map(windowWords)).toEqual([
      '7 dias',
      'o resto do mesmo dia',
      'nenhum tempo',
    ]);
    expect(['P7D', 'P0D', 'PT36H', 'PT0S'].map((text) => openThrough(text, 'a confirmação'))).toEqual([
      'por 7 dias a contar da confirmação, até o fim do último dia',
      'até o fim do dia da confirmação',
      'por 36 horas a contar da confirmação',
      null,
    ]);
  });
});

describe('lists', () => {
  it.each([
    [[], '', ''],
    [['a'], 'a', 'a'],
    [['a', 'b'], 'a e b', 'a ou b'],
    [['a', 'b', 'c'], 'a, b e c', 'a, b ou c'],
  ])('%j are joined as Portuguese joins them', (items, all, any) => {
    expect([andList(items), orList(items)]).toEqual([all, any]);
  });

  it('that are too long say how much is left out', () => {
    expect([shortList(['a', 'b'], 2), shortList(['a', 'b', 'c', 'd'], 2)]).toEqual(['a, b', 'a, b e mais 2']);
  });
});

describe('names', () => {
  it('of weekdays are ISO, with the article their gender asks for (R7)', () => {
    expect([1, 7].map(weekdayName)).toEqual(['segunda-feira', 'domingo']);
    expect([1, 5, 6, 7].map(everyWeekday)).toEqual([
      'às segundas-feiras',
      'às sextas-feiras',
      'aos sábados',
      'aos domingos',
    ]);
  });

  it('of dates, distances, channels and discounts are those Brazil uses', () => {
    expect(dateWords('2026-03-01')).toBe('01/03/2026');
    expect([daysBetween('2028-02-28', '2028-03-01'), daysBetween('2026-02-28', '2026-03-01')]).toEqual([
      '2 dias',
      '1 dia',
    ]);
    expect(channelName('ecommerce')).toBe('loja virtual');
    expect(discountWords({ type: 'amount', cents: 2_000 })).toBe('R$ 20,00 de desconto');
    expect(discountWords({ type: 'percent', bps: 1_000, maxCents: 5_000 })).toBe(
      '10% de desconto, até R$ 50,00',
    );
  });
});
