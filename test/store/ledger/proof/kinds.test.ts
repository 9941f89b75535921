import { describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { datePlaces, misplacedDates, strangePlaces } from '../../../../src/store/ledger/proof/kinds';
import { entryModel } from '../../../../src/store/ledger';
import { saleModel } from '../../../../src/store/sale';

const DATES = datePlaces(saleModel, ['returns.at']);
const at = new Date(0);

describe('the places of a document that hold what is never written there', () => {
  it('are none in what the product writes', () => {
    const doc = {
      soldAt: at,
      returns: [{ at, items: [{ sku: 'A', quantity: 1 }] }],
      number: null,
      voided: false,
    };
    expect(strangePlaces(doc, DATES)).toEqual([]);
    expect(strangePlaces({ soldAt: null, activatesAt: undefined, returns: [] }, DATES)).toEqual([]);
  });

  it.each([
    ['soldAt', { soldAt: at.toISOString() }],
    ['soldAt', { soldAt: 0 }],
    ['soldAt', { soldAt: {} }],
    ['soldAt', { soldAt: new Date(NaN) }],
    ['returns.at', { returns: [{ at }, { at: at.toISOString() }] }],
    ['number', { number: at }],
    ['number', { number: NaN }],
    ['number', { number: mongo.Long.fromString('9007199254740993') }],
    ['number', { number: new mongo.ObjectId() }],
    ['items.sku', { items: [{ sku: mongo.Binary.createFromBase64('AAAA') }] }],
  ])('are those of %s in %j', (place, doc) => {
    expect(strangePlaces(doc, DATES)).toEqual([place]);
  });
});

describe('the dates of a document that hold something else', () => {
  const dates = datePlaces(entryModel);

  it('are none where they are dates, or nothing', () => {
    expect(misplacedDates({ at, recordedAt: at, text: at.toISOString() }, dates)).toEqual([]);
    expect(misplacedDates({ at: null }, dates)).toEqual([]);
  });

  it.each([at.toISOString(), 0, new Date(NaN)])('are those that hold %p', (recordedAt) => {
    expect(misplacedDates({ at, recordedAt }, dates)).toEqual(['recordedAt']);
  });
});
