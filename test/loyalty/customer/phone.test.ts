import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formerPhoneKey, parsePhone } from '../../../src/loyalty/customer';

describe('a telephone number', () => {
  it.each([
    '(54) 99999-8888',
    '54999998888',
    '54 9 9999 8888',
    '054 99999 8888',
    '0 54 99999-8888',
    '+55 54 99999-8888',
    '+55 (54) 99999.8888',
    '(+55) 54 99999-8888',
    '+55 054 99999-8888',
    '5554999998888',
    '555499998888',
    '0055 54 99999-8888',
    '0 15 54 99999-8888',
    '015 54 9999-8888',
    '+55 0 15 54 9999-8888',
    '(54) 9999-8888',
    '+55 54 9999-8888',
    '54/99999-8888',
    '（５４）９９９９９-８８８８',
    'Cel: (54) 99999-8888 (Maria)',
    '(54) 99999-8888 / (54) 3333-4444',
    '9999-8888 ou 54 99999-8888',
  ])('%j is one and the same mobile', (text) => {
    expect(parsePhone(text)).toEqual({ e164: '+5554999998888', key: '5499998888', mobile: true });
  });

  it.each([
    ['(54) 3333-4444', '+555433334444', '5433334444'],
    ['+55 11 2345-6789', '+551123456789', '1123456789'],
    ['011 4004-1234', '+551140041234', '1140041234'],
  ])('%s is a landline: kept, but without WhatsApp', (text, e164, key) => {
    expect(parsePhone(text)).toEqual({ e164, key, mobile: false });
  });

  it.each([
    ['(11) 94002-8922', '(11) 4002-8922'],
    ['(21) 94321-5678', '(21) 4321-5678'],
    ['(11) 92345-6789', '11 2345-6789'],
  ])('%s is a mobile that no landline is the same as, such as %s (R49)', (mobile, landline) => {
    const [ofMobile, ofLandline] = [parsePhone(mobile)!, parsePhone(landline)!];
    expect([ofMobile.mobile, ofLandline.mobile]).toEqual([true, false]);
    expect(ofMobile.key).toBe(mobile.replace(/\D/g, ''));
    expect(ofLandline.key).toBe(landline.replace(/\D/g, ''));
    expect([formerPhoneKey(ofMobile), formerPhoneKey(ofLandline)]).toEqual([ofLandline.key, null]);
  });

  it('55 is an area code too', () => {
    expect(parsePhone('(55) 99999-8888')).toEqual({
      e164: '+5555999998888',
      key: '5599998888',
      mobile: true,
    });
    expect(parsePhone('55 9999-8888')?.key).toBe('5599998888');
    expect(parsePhone('+55 55 99999-8888')?.key).toBe('5599998888');
    expect(parsePhone('5555999998888')?.key).toBe('5599998888');
  });

  it.each([
    ['+1 415 555 2671', '+14155552671', true],
    ['+351 912 345 678', '+351912345678', true],
    ['+44 (0)20 7946 0958', '+442079460958', false],
    ['+595 21 123 456', '+59521123456', false],
  ])('%s is foreign', (text, e164, mobile) => {
    expect(parsePhone(text)).toEqual({ e164, key: e164, mobile });
  });

  it.each([
    ['no area code', '99999-8888'],
    ['no area code behind the country', '+55 99999-8888'],
    ['an area code that does not exist', '(23) 99999-8888'],
    ['an area code that does not exist', '(00) 99999-8888'],
    ['a mobile that does not begin with 9', '(54) 89999-8888'],
    ['one digit repeated eight times', '(54) 99999-9999'],
    ['one digit repeated eight times', '(11) 3333-3333'],
    ['zeros', '00000000000'],
    ['a service number', '0800 123 4567'],
    ['a service number', '4004-1234'],
    ['a service number', '0300 123 4567'],
    ['too few digits', '(54) 9999-888'],
    ['too many digits', '(54) 99999-88889'],
    ['a foreign number that is none', '+54 99999-8888'],
    ['no number', 'não tem'],
    ['nothing', ''],
    ['a sign', '+'],
    ['a CPF', '529.982.247-25'],
  ])('is not %s: %s', (_case, text) => {
    expect(parsePhone(text)).toBeNull();
  });

  it('has one key however it is spelled', () => {
    const area = fc.constantFrom('11', '21', '27', '31', '48', '54', '55', '61', '71', '85', '92', '99');
    const subscriber = fc
      .tuple(fc.integer({ min: 6, max: 9 }), fc.integer({ min: 0, max: 9_999_999 }))
      .map(([first, rest]) => `${first}${String(rest).padStart(7, '0')}`)
      .filter((digits) => !/^(\d)\1{7}$/.test(digits));
    const prefix = fc.constantFrom('', '0', '015', '0 21 ', '+55', '+55 0', '55', '0055', '+55 041 ', '(0');
    const shape = fc.constantFrom('AS', '(A) S', 'A-S', 'A.S', ' A  S ');
    fc.assert(
      fc.property(area, subscriber, fc.boolean(), prefix, shape, (ddd, number, ninth, before, form) => {
        const local = `${ninth ? '9' : ''}${number.slice(0, 4)}-${number.slice(4)}`;
        const text = before + form.replace('A', ddd).replace('S', local);
        expect(parsePhone(text)).toEqual({ e164: `+55${ddd}9${number}`, key: ddd + number, mobile: true });
      }),
    );
  });

  it('that was read is read the same from its own E.164', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+() -/'), maxLength: 20 }), (text) => {
        const phone = parsePhone(text);
        if (phone) expect(parsePhone(phone.e164)).toEqual(phone);
      }),
      { numRuns: 2_000 },
    );
  });
});
