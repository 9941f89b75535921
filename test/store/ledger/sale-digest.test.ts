import { describe, expect, it } from '@jest/globals';
import { digestOfSale, readSaleDigest, saleDigestText } from '../../../src/store/ledger/sale-digest';
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
    expect(readSaleDigest(saleDigestText(digest))).toEqual(digest);
    for (const text of [undefined, '', 'x', `x ${digest.digest} sal_1`, '1 ab sal_1'])
      expect(readSaleDigest(text)).toBeNull();
  });
});
