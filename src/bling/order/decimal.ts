/** An exact decimal number: `units / 10^scale`. */
export interface Decimal {
  units: bigint;
  scale: number;
}

const NUMBER = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?(?:e([+-]\d{1,2}))?$/i;

/**
 * Reads a JSON number or the same notation as text, digit for digit: a number is taken as its shortest
 * decimal form, so that 89.9 is 89.9 and not the float next to it. `null`: not a number in that notation
 * (`NaN`, `1.234,56`, `abc`), or one of more digits than any amount has.
 */
export function parseDecimal(raw: number | string): Decimal | null {
  const match = NUMBER.exec(String(raw).trim());
  if (match === null) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const units = BigInt(`${sign}${whole}${fraction}`);
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}

/** The exact product. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** The exact sum. */
export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

/** A number rounded to whole hundredths, half up: towards the greater, also below zero. */
export function roundToHundredths(value: Decimal): bigint {
  if (value.scale <= 2) return unitsAt(value, 2);
  const step = 10n ** BigInt(value.scale - 2);
  const raised = value.units + step / 2n;
  const whole = raised / step;
  return raised < 0n && raised % step !== 0n ? whole - 1n : whole;
}

/** Whether a number is greater than another. */
export function exceeds(a: Decimal, b: Decimal): boolean {
  const scale = Math.max(a.scale, b.scale);
  return unitsAt(a, scale) > unitsAt(b, scale);
}

/** The units of a number at a scale not smaller than its own. */
function unitsAt(value: Decimal, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale);
}
