const REAIS = new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' });
const WHOLE = new Intl.NumberFormat('pt-BR');

/** Cents as they are written in Brazil: `R$ 1.234,50`. */
export function formatMoney(cents: number): string {
  return REAIS.format(cents / 100);
}

/** A number of things: `1.250`. */
export function formatCount(count: number): string {
  return WHOLE.format(count);
}

/** `1.250 pontos`, `1 ponto`. */
export function formatPoints(points: number): string {
  return `${formatCount(points)} ${Math.abs(points) === 1 ? 'ponto' : 'pontos'}`;
}

/** Basis points as a percentage: `7,5%`. */
export function formatRate(bps: number): string {
  return `${new Intl.NumberFormat('pt-BR', { maximumFractionDigits: 2 }).format(bps / 100)}%`;
}

/** What somebody types for an amount: `1.234,50`, `1234,5`, `R$ 12`. A dot before one or two last digits is a comma too. */
const TYPED = /^(?:R\$)?(\d{1,3}(?:\.\d{3})+|\d+)(?:[,.](\d{1,2}))?$/;

/** The cents of a typed amount; null where it could mean several things or nothing. */
export function readMoney(typed: string): number | null {
  const [, reais, cents = ''] = TYPED.exec(typed.replace(/\s/g, '')) ?? [];
  if (reais === undefined) return null;
  const total = Number(reais.replaceAll('.', '')) * 100 + Number(cents.padEnd(2, '0'));
  return Number.isSafeInteger(total) ? total : null;
}

/** What somebody types for points: `1250`, `1.250`. Points have no parts: `12.5` is none of them. */
const TYPED_POINTS = /^(?:\d{1,3}(?:\.\d{3}){1,3}|\d{1,12})$/;

/** The points of a typed number; null where it is none. */
export function readPoints(typed: string): number | null {
  const bare = typed.replace(/\s/g, '');
  return TYPED_POINTS.test(bare) ? Number(bare.replaceAll('.', '')) : null;
}
