/** The merchant a step is about: steps are asked with their run's input, which names the merchant, or with the merchant's id. */
export function merchantIn([first]: readonly unknown[]): string | null {
  if (typeof first === 'string') return first;
  const { merchantId } = (first ?? {}) as { merchantId?: unknown };
  return typeof merchantId === 'string' ? merchantId : null;
}
