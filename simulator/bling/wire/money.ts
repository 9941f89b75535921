/** Cents as the decimal number Bling sends. */
export const reais = (cents: number): number => cents / 100;
