import { describe, expect, it } from '@jest/globals';
import type { ActedBy, ReturnRequest, SaleInput, WaitedFor } from '../../src/workflows';
import { callIdOf, updateIdOf } from '../../src/workflows/ids';
import {
  ACTED_BY,
  knownReturn,
  refuseNonsenseReturn,
  refuseUnlikeCall,
  SALE_INPUT,
} from '../../src/workflows/payload-shapes';
import { known, refuseInputUnlike, refuseUnlike, text, whole } from '../../src/workflows/payloads';

const SHAPE = { note: text, cents: whole };
const ask = (payload: unknown) => () => refuseUnlike(payload, SHAPE);

describe('a payload that was typed by hand', () => {
  it('is taken where every field is as it should be, whatever else it says', () => {
    expect(ask({ note: 'Troca\nde peça 🎁', cents: 0 })).not.toThrow();
    expect(ask({ note: 'x', cents: 1, more: 'nonsense' })).not.toThrow();
    expect(known<object>({ note: 'x', cents: 1, more: 'nonsense' }, SHAPE as never)).toEqual({
      note: 'x',
      cents: 1,
    });
  });

  it.each([
    ['no object', 'texto', 'payload'],
    ['nothing', undefined, 'payload'],
    ['a list', [], 'payload'],
    ['a lone surrogate', { note: 'a\ud800b', cents: 1 }, 'note'],
    ['a control character', { note: 'a\u0007b', cents: 1 }, 'note'],
    ['an empty text', { note: '  ', cents: 1 }, 'note'],
    ['a huge text', { note: 'x'.repeat(401), cents: 1 }, 'note'],
    ['a fraction', { note: 'x', cents: 0.5 }, 'cents'],
    ['a text for a number', { note: 'x', cents: '1' }, 'cents'],
    ['something unknown and huge', { note: 'x', cents: 1, more: 'x'.repeat(200_000) }, 'payload'],
  ])('is refused for %s, and the field is named', (_what, payload, field) => {
    expect(ask(payload)).toThrow(
      expect.objectContaining({ type: 'invalid_request', nonRetryable: true, details: [{ field }] }),
    );
  });

  it('of a return says how much or which lines, and of lines only what is known is kept', () => {
    const by: ReturnRequest = { operator: null, storeId: null, reason: null, amountCents: null, items: [] };
    const line = { sku: 'A', quantity: null, more: 1 };
    expect(() => refuseNonsenseReturn(by)).toThrow('invalid_request');
    expect(() => refuseNonsenseReturn({ ...by, amountCents: 5, items: [line] })).toThrow('invalid_request');
    expect(() => refuseNonsenseReturn({ ...by, items: [line] })).not.toThrow();
    expect(knownReturn({ ...by, items: [line] }).items).toEqual([{ sku: 'A', quantity: null }]);
  });
});

describe('a call of staff', () => {
  const by = { operator: null, storeId: null };
  const askedUntil = (validUntil: unknown) => () => refuseUnlikeCall({ ...by, validUntil }, ACTED_BY);

  it('says until when it is waited for, or nothing of that', () => {
    expect(askedUntil('2026-11-27T13:45:10.000Z')).not.toThrow();
    expect(askedUntil('2026-11-27T13:45:10Z')).not.toThrow();
    expect(() => refuseUnlikeCall(by, ACTED_BY)).not.toThrow();
    expect(
      known<ActedBy & WaitedFor>({ ...by, validUntil: '2026-11-27T13:45:10Z' }, ACTED_BY as never),
    ).toEqual(by);
  });

  it.each([['amanhã'], ['2026-11-27'], ['2026-13-27T13:45:10Z'], [5], [null], [{}]])(
    'is refused where that is %p',
    (validUntil) => {
      expect(askedUntil(validUntil)).toThrow(expect.objectContaining({ details: [{ field: 'validUntil' }] }));
    },
  );

  it('is the same whichever attempt at it an update carries', () => {
    expect([0, 1, 12].map((attempt) => updateIdOf('confirm/ab~c', attempt))).toEqual([
      ...['confirm/ab~c', 'confirm/ab~c~1', 'confirm/ab~c~12'],
    ]);
    expect([0, 1, 12].map((attempt) => callIdOf(updateIdOf('confirm/ab', attempt)))).toEqual([
      ...['confirm/ab', 'confirm/ab', 'confirm/ab'],
    ]);
  });
});

describe('the input of a run', () => {
  const input: SaleInput = {
    merchantId: 'demo',
    saleId: 'sal_1',
    channel: 'pos',
    externalId: 'PDV 1',
    connectionId: null,
    settleMs: 5_000,
  };

  it('may carry news from the run before, and nothing that makes no sense', () => {
    const before = { news: { source: true, benefit: false }, wake: ['sal_2'] };
    expect(() => refuseInputUnlike({ ...input, ...before }, SALE_INPUT)).not.toThrow();
    for (const wrong of [
      { news: 5 },
      { wake: 'sal_2' },
      { wake: [{}] },
      { channel: 'fax' },
      { settleMs: -1 },
      { settleMs: 1e12 },
      { saleId: null },
    ])
      expect(() => refuseInputUnlike({ ...input, ...wrong }, SALE_INPUT)).toThrow(
        expect.objectContaining({ type: 'InvalidInput', nonRetryable: true }),
      );
  });
});
