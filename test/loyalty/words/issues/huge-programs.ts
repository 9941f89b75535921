const grant = { type: 'cashback', rateBps: 500 };
/** So many of what is made of its place in the row. */
export const many = <T>(count: number, one: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => one(index));
/** A rule that pays under a condition. */
export const ruleWith = (index: number, when: object): object => ({ id: `r${index}`, grant, when });
/** A program of these rules. */
export const programOf = (rules: unknown, more: object = {}): object => ({
  name: 'Clube',
  earning: { rules },
  ...more,
});
const named = (count: number, one: unknown): object =>
  Object.fromEntries(many(count, (index) => [`v${index}`, one]));

/** Programs of up to 256 KB of JSON, each wrong in as many places as have room in it, by what is wrong. */
export const HUGE_PROGRAMS: Record<string, object> = {
  'vouchers that are none': programOf([], { vouchers: named(17_000, 1) }),
  'too many good vouchers': programOf([], {
    vouchers: named(4_500, { discount: { type: 'amount', cents: 1 } }),
  }),
  'a list that is too long': programOf([ruleWith(0, { stores: many(120_000, () => 1) })]),
  'lists that are not too long': programOf(
    many(12, (index) => ruleWith(index, { skus: many(10_000, () => 1) })),
  ),
  'short lists in many rules': programOf(
    many(190, (index) => ruleWith(index, { stores: many(600, () => 1) })),
  ),
  'rules that are none': programOf(many(120_000, () => 1)),
  'fields that are none': programOf([], named(20_000, 1)),
};
