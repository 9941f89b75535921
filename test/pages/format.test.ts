import { describe, expect, it } from '@jest/globals';
import {
  clockOf,
  formatLocalDate,
  formatMoney,
  formatPoints,
  formatRate,
  formatSoldAt,
  readMoney,
  readPoints,
  shortName,
} from '../../console/src/format';

describe('what pages write and read', () => {
  it.each([
    ['120,50', 12_050],
    ['120,5', 12_050],
    ['120', 12_000],
    ['R$ 1.234,50', 123_450],
    ['1.234', 123_400],
    ['12.50', 1_250],
    ['1,234', null],
    ['1.23.4', null],
    ['-5', null],
    ['dez', null],
    ['', null],
  ])('reads %j as %j cents', (typed, cents) => {
    expect(readMoney(typed)).toBe(cents);
  });

  it.each([
    ['1250', 1_250],
    ['1.250', 1_250],
    ['1 250', 1_250],
    ['12.5', null],
    ['12.50', null],
    ['12,5', null],
    ['-5', null],
    ['', null],
  ])('reads %j as %j points', (typed, points) => {
    expect(readPoints(typed)).toBe(points);
  });

  it('writes amounts as in Brazil', () => {
    expect(formatMoney(123_450)).toBe('R$\u00a01.234,50');
    expect(formatPoints(1)).toBe('1 ponto');
    expect(formatPoints(1_250)).toBe('1.250 pontos');
    expect(formatRate(750)).toBe('7,5%');
  });

  it('tells instants by the clock of the store, whatever the zone of the machine', () => {
    const manaus = clockOf('America/Manaus');
    expect(manaus.dateTime('2026-11-13T03:30:00.000Z')).toBe('12/11/2026 23:30');
    expect(manaus.localDate(new Date('2026-11-13T03:30:00.000Z'))).toBe('2026-11-12');
    expect(manaus.exact('2026-11-13T04:05:07.089Z')).toBe('13/11/2026 00:05:07,089');
    expect(clockOf('America/Sao_Paulo').time('2026-11-13T03:30:00.000Z')).toBe('00:30');
    expect(formatLocalDate('2026-11-12')).toBe('12/11/2026');
  });

  it.each([
    ['bling', '2026-11-12T03:00:00.000Z', '12/11/2026'],
    ['import', '2026-11-12T03:00:00.000Z', '12/11/2026'],
    ['import', '2026-11-12T03:01:00.000Z', '12/11/2026 00:01'],
    ['pos', '2026-11-12T03:00:00.000Z', '12/11/2026 00:00'],
    ['bling', null, '12/11/2026 23:30'],
  ])('says of a sale of %s at %s no time that its source did not say', (channel, soldAt, said) => {
    const sale = { channel, soldAt, createdAt: '2026-11-13T02:30:00.000Z' };
    expect(formatSoldAt(sale, clockOf('America/Sao_Paulo'))).toBe(said);
  });

  it.each([
    ['Maria da Silva', 'Maria S.'],
    ['Maria', 'Maria'],
    [' josé  prado ', 'josé P.'],
  ])('shortens %j to %j', (name, short) => {
    expect(shortName(name)).toBe(short);
  });
});
