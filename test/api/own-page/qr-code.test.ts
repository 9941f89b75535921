import { describe, expect, it } from '@jest/globals';
import { qrCode } from '../../../src/api/own-page/qr-code';
import { decodedQr } from '../../decoded-qr';

describe('the QR code of a page', () => {
  it.each(['K7QM-3XRT-9WHP', 'mFJ2sQnq0bS1o8Jd-Zt7Vw3kXcYp9L_c', 'a'.repeat(200)])(
    'is read as what it was made of: %s',
    (text) => {
      expect(decodedQr(qrCode(text, 'QR'))).toBe(text);
    },
  );

  it('is small, and says what it is for', () => {
    const svg = qrCode('mFJ2sQnq0bS1o8Jd-Zt7Vw3kXcYp9L_c', 'QR de <Ana>');
    expect(svg.length).toBeLessThan(4_000);
    expect(svg).toContain('aria-label="QR de &#60;Ana&#62;"');
  });
});
