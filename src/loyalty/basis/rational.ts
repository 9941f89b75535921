/** An exact fraction; `denominator` is always positive. Not reduced: nothing here compares by shape. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** An amount beyond the integers a number holds exactly. It means the input was absurd; nothing may be paid on it. */
export class AmountTooLargeError extends Error {
  readonly code = 'amount_too_large';

  constructor() {
    super(
      'O valor calculado passa do maior número que pode ser guardado com exatidão, e nada foi pago. ' +
        'Confira o total da venda e os valores da regra.',
    );
    this.name = 'AmountTooLargeError';
  }
}

/**
 * The fraction of two integers. @throws RangeError when either is no integer or the denominator is not positive:
 * a fault of the caller, never of data that was validated.
 */
export function rational(numerator: number, denominator = 1): Rational {
  if (denominator <= 0) throw new RangeError('The denominator of a fraction must be positive.');
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

/** a + b. */
export function plus(a: Rational, b: Rational): Rational {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/** a − b. */
export function minus(a: Rational, b: Rational): Rational {
  return plus(a, { numerator: -b.numerator, denominator: b.denominator });
}

/** a × b. */
export function times(a: Rational, b: Rational): Rational {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** Less than, equal to or greater than zero as a is to b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The smaller of two. */
export function least(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

/** The largest integer not above a. @throws AmountTooLargeError outside the safe integers. */
export function floor(a: Rational): number {
  const quotient = a.numerator / a.denominator;
  const whole = a.numerator < 0n && a.numerator % a.denominator !== 0n ? quotient - 1n : quotient;
  if (whole > BigInt(Number.MAX_SAFE_INTEGER) || whole < BigInt(Number.MIN_SAFE_INTEGER))
    throw new AmountTooLargeError();
  return Number(whole);
}
