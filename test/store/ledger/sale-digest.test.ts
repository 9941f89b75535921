import { describe, expect, it } from '@jest/globals';
import { causeOfSale, digestOfSale, digestOfWrite, saleOfCause } from '../../../src/store/ledger/sale-digest';
import { toSaleDoc } from '../../../src/store/sale';
import { aSale } from '../../api/builders';

describe('the digest of a sale', () => {
  const doc = { ...toSaleDoc(aSale()), attested: { n: 7, in: 'cus_1' } };

  it('is the same whoever reads it, and says which of the sale’s it is', () => {
    const turned = Object.fromEntries(Object.entries(doc).reverse()) as typeof doc;
    expect(digestOfSale(turned)).toEqual(digestOfSale(doc));
    expect(digestOfSale(doc)).toMatchObject({ id: 'sal_1', n: 7 });
  });

  it('leaves out what another version adds, and the marks of work in progress', () => {
    const other = { ...doc, told: ['x'], nextAt: null, version: 99, newer: 1 };
    expect(digestOfSale(other)).toEqual(digestOfSale(doc));
    expect(digestOfSale({ ...doc, totalCents: 1 })).not.toEqual(digestOfSale(doc));
  });

  it('is read back from the text an entry carries, and from no other', () => {
    const digest = { ...digestOfSale(doc), id: 'a sale 1' };
    expect(saleOfCause(causeOfSale(digest))).toEqual(digest);
    expect(saleOfCause(causeOfSale({ ...digest, was: 'x' }))).toEqual({ ...digest, was: 'x' });
    for (const text of [undefined, '', 'x', `x ${digest.digest} sal_1`, '1 ab sal_1'])
      expect(saleOfCause(text === undefined ? {} : { sale: text })).toBeNull();
  });

  it('says what the sale was before that, and in whose chain; of one that was never attested nothing', () => {
    const before = { ...doc, version: 4, attestingVersion: 4 };
    const after = {
      ...before,
      totalCents: 1,
      version: 5,
      attestingVersion: 5,
      attested: { n: 8, in: 'cus_1' },
    };
    const { digest } = digestOfSale(before);
    expect(digestOfWrite({ before, after })).toEqual({ ...digestOfSale(after), was: digest });
    const elsewhere = { ...after, attested: { n: 8, in: 'cus_2' } };
    expect(digestOfWrite({ before, after: elsewhere }).was).toBe(`${digest} cus_1`);
    expect(digestOfWrite({ before: { ...before, version: 5 }, after }).was).toBe('unattested');
    const { attested: _none, ...fresh } = before;
    expect(digestOfWrite({ before: fresh, after })).toEqual(digestOfSale(after));
  });
});
