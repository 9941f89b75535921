import { describe, expect, it } from '@jest/globals';
import { programSealer } from '../../../src/store/program';
import type { ProgramDoc } from '../../../src/store/program';

const seal = programSealer(Buffer.alloc(32, 7));
const program = { name: 'Clube', expiry: { after: 'P90D' }, earning: { rules: [{ id: 'r', rateBps: 500 }] } };
const published: ProgramDoc = {
  ...{ _id: 'mer_1/2', merchantId: 'mer_1', version: 2, program },
  publishedAt: new Date(Date.UTC(2026, 2, 10)),
};
const withProgram = (change: object): ProgramDoc => ({ ...published, program: { ...program, ...change } });

describe('the seal of a published version', () => {
  it('is the same each time, also with a field that another version has written beside', () => {
    expect(seal({ ...published, fromTheFuture: 1 } as ProgramDoc)).toBe(seal(published));
  });

  it.each<[string, ProgramDoc]>([
    ['its place', { ...published, _id: 'mer_1/3' }],
    ['its merchant', { ...published, merchantId: 'mer_2' }],
    ['its number', { ...published, version: 3 }],
    ['its instant', { ...published, publishedAt: new Date(0) }],
    ['an instant’s text for the instant', { ...published, publishedAt: '2026-03-10T00:00:00.000Z' as never }],
    ['a rate within it', withProgram({ earning: { rules: [{ id: 'r', rateBps: 501 }] } })],
    ['a field that is null for one that is not there', withProgram({ holding: null })],
    ['a date for its text', withProgram({ name: new Date(0) })],
    ['a number for its text', withProgram({ earning: { rules: [{ id: 'r', rateBps: '500' }] } })],
  ])('is another for %s', (_what, changed) => {
    expect(seal(changed)).not.toBe(seal(published));
  });

  it('is another under another key', () => {
    expect(programSealer(Buffer.alloc(32, 8))(published)).not.toBe(seal(published));
  });
});
