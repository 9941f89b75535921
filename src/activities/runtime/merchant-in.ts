/** Steps that are about all merchants; what these are asked with is a place in a list of them. */
const OF_ALL: readonly string[] = ['listMerchants'];

/** The merchant a step is about: steps are asked with their run's input, which names the merchant, or with the merchant's id. */
export function merchantIn([first]: readonly unknown[], step: string): string | null {
  if (OF_ALL.includes(step)) return null;
  if (typeof first === 'string') return first;
  const { merchantId } = (first ?? {}) as { merchantId?: unknown };
  return typeof merchantId === 'string' ? merchantId : null;
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Until when somebody waits for a step: steps that staff ask for are told so last. Null: nobody does, or without an end. */
export function waitedIn(args: readonly unknown[]): string | null {
  const last = args.at(-1);
  return typeof last === 'string' && INSTANT.test(last) ? last : null;
}
