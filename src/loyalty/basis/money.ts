/** Digits with a dot between thousands, as Brazil writes them. */
export function grouped(digits: string): string {
  const first = digits.slice(0, digits.length % 3);
  const thousands = digits.slice(first.length).match(/\d{3}/g) ?? [];
  return [...(first === '' ? [] : [first]), ...thousands].join('.');
}

/** A decimal scaled by 10^`places`, without floats: the digits of the number itself. */
function decimal(scaled: number, places: number): { sign: string; whole: string; fraction: string } {
  const digits = String(Math.abs(scaled)).padStart(places + 1, '0');
  return { sign: scaled < 0 ? '-' : '', whole: digits.slice(0, -places), fraction: digits.slice(-places) };
}

/** Integer cents as `R$ 1.234,56`, with a plain space, so that texts compare and wrap as written. */
export function formatCents(cents: number): string {
  const { sign, whole, fraction } = decimal(cents, 2);
  return `${sign}R$ ${grouped(whole)},${fraction}`;
}

/** Integer basis points as a percentage without idle zeros: `5%`, `2,5%`, `0,01%`. */
export function formatBps(bps: number): string {
  const { sign, whole, fraction } = decimal(bps, 2);
  const decimals = fraction.replace(/(?<!0)0+$/, '');
  return `${sign}${grouped(whole)}${decimals && `,${decimals}`}%`;
}

/** Integer points as `1 ponto`, `1.234 pontos`. */
export function formatPoints(points: number): string {
  return `${points < 0 ? '-' : ''}${grouped(String(Math.abs(points)))} ${Math.abs(points) === 1 ? 'ponto' : 'pontos'}`;
}

/** A multiplier in thousandths without idle zeros: `2,5×`, `1.000×`, `0,001×`. */
export function formatMultiplier(milli: number): string {
  const { whole, fraction } = decimal(milli, 3);
  const decimals = fraction.replace(/(?<!0)0+$/, '');
  return `${grouped(whole)}${decimals && `,${decimals}`}×`;
}
