import { beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type * as Numbers from 'libphonenumber-js/max';
import type * as Customers from '../../../src/loyalty/customer';

const looksUp = jest.fn<typeof Numbers.parsePhoneNumberFromString>();
let parsePhone: typeof Customers.parsePhone;

beforeAll(() => {
  const actual = jest.requireActual<typeof Numbers>('libphonenumber-js/max');
  looksUp.mockImplementation(actual.parsePhoneNumberFromString);
  jest.doMock('libphonenumber-js/max', () => ({ ...actual, parsePhoneNumberFromString: looksUp }));
  ({ parsePhone } = jest.requireActual<typeof Customers>('../../../src/loyalty/customer'));
});

/** Written as a number is, in an area that does not exist: only the numbering plans can tell. */
const NO_AREA = '(23) 98765-4321';

describe('a field with many telephone numbers', () => {
  beforeEach(() => {
    looksUp.mockClear();
  });

  it.each(['/', ';', ' e ', ' ou ', '|'])(
    'is read up to its eighth part, however many are parted by %j',
    (mark) => {
      expect(parsePhone(Array.from({ length: 5_000 }, () => NO_AREA).join(mark))).toBeNull();
      expect(looksUp).toHaveBeenCalledTimes(8);
    },
  );

  it('is read no further than its first complete number', () => {
    const text = [NO_AREA, '(54) 99999-8888', ...Array.from({ length: 6 }, () => '(54) 3333-4444')].join(
      ' / ',
    );
    expect(parsePhone(text)?.key).toBe('5499998888');
    expect(looksUp).toHaveBeenCalledTimes(2);
  });

  it('is known by its eighth number, and not by one behind it', () => {
    const before = (count: number): string => `${`${NO_AREA} / `.repeat(count)}(54) 99999-8888`;
    expect(parsePhone(before(7))?.key).toBe('5499998888');
    expect(parsePhone(before(8))).toBeNull();
  });
});
