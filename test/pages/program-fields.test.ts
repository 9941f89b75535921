import { describe, expect, it } from '@jest/globals';
import { readAt, sameJson, writeAt } from '../../console/src/program/draft/json-path';
import { readDuration, writeDuration } from '../../console/src/program/fields/typed-duration';
import { freshName, keyName, wholeKeyName } from '../../console/src/program/fields/typed-name';
import { MONEY, RATE, TIMES, WHOLE } from '../../console/src/program/fields/typed-number';

describe('numbers of a program', () => {
  it.each([
    ['50,00', 5_000],
    ['50', 5_000],
    ['1.234,5', 123_450],
    ['R$ 12,30', 1_230],
    ['12.30', 1_230],
    ['1.000', 100_000],
    ['', null],
    ['-1', null],
    ['1,234', null],
    ['cinco', null],
  ])('take %s for %s cents', (typed, cents) => {
    expect(MONEY.read(typed)).toBe(cents);
  });

  it.each([
    [RATE, '7,5', 750],
    [RATE, '5%', 500],
    [RATE, '100', 10_000],
    [RATE, '7,555', null],
    [TIMES, '2,5', 2_500],
    [WHOLE, '1.250', 1_250],
    [WHOLE, '-3', -3],
    [WHOLE, '1,5', null],
    [WHOLE, '1.5', null],
  ])('are typed as people write them (%#)', (form, typed, value) => {
    expect(form.read(typed)).toBe(value);
  });

  it('are shown so that they are read again as the same', () => {
    expect([MONEY.show(123_450), RATE.show(750), RATE.show(500), TIMES.show(1_500)]).toEqual([
      ...['1.234,50', '7,5', '5', '1,5'],
    ]);
    for (const value of [0, 1, 99, 100, 12_345, 100_000_000_000])
      for (const form of [MONEY, RATE, TIMES, WHOLE]) expect(form.read(form.show(value))).toBe(value);
  });
});

describe('lengths of time of a program', () => {
  it.each([
    ['P90D', { count: '90', unit: 'D' }],
    ['PT15M', { count: '15', unit: 'M' }],
    ['P2M', { count: '2', unit: 'MONTH' }],
    ['P1Y', { count: '1', unit: 'Y' }],
    ['PT0S', { count: '0', unit: 'S' }],
    ['PD', { count: '', unit: 'D' }],
  ])('are so many of a unit: %s', (text, typed) => {
    expect(readDuration(text)).toEqual(typed);
    expect(writeDuration(readDuration(text)!)).toBe(text);
  });

  it.each(['P1M15D', '', '8 dias', 'P1DT2H'])('stay as they are where they are not: %s', (text) => {
    expect(readDuration(text)).toBeNull();
  });
});

describe('names in a program', () => {
  it('are made of what is typed', () => {
    expect(keyName('Volta às aulas!')).toBe('volta-as-aulas-');
    expect(wholeKeyName('Volta às aulas!')).toBe('volta-as-aulas');
    expect(freshName('vale', ['vale-1', 'outro'])).toBe('vale-2');
  });
});

describe('places of a draft', () => {
  const draft = { name: 'Clube', earning: { rules: [{ id: 'a', when: { minSaleCents: 1 } }] }, vouchers: {} };

  it('are named as the API names them, and written without touching the rest', () => {
    expect(readAt(draft, 'earning.rules[0].when.minSaleCents')).toBe(1);
    expect(readAt(draft, 'earning.rules[4].id')).toBeUndefined();
    const changed = writeAt(draft, 'earning.rules[0].when.minSaleCents', 2);
    expect(readAt(changed, 'earning.rules[0].when.minSaleCents')).toBe(2);
    expect(draft.earning.rules[0]!.when.minSaleCents).toBe(1);
    expect(Object.keys(changed)).toEqual(['name', 'earning', 'vouchers']);
  });

  it('make what holds them, and conditions that are all gone go', () => {
    expect(writeAt({}, 'expiry.after', 'P1D')).toEqual({ expiry: { after: 'P1D' } });
    const bare = writeAt(draft, 'earning.rules[0].when.minSaleCents', undefined);
    expect(bare).toEqual({ ...draft, earning: { rules: [{ id: 'a' }] } });
    expect(writeAt(draft, 'vouchers.vale-1', { uses: 1 })).toMatchObject({
      vouchers: { 'vale-1': { uses: 1 } },
    });
  });

  it('say the same in whatever order', () => {
    expect(sameJson({ a: 1, b: [{ c: 2 }] }, { b: [{ c: 2 }], a: 1 })).toBe(true);
    expect(sameJson({ a: [] }, { a: {} })).toBe(false);
    expect(sameJson({ a: 1 }, { a: 1, b: undefined })).toBe(false);
    expect(sameJson([1, 2], [2, 1])).toBe(false);
  });
});
