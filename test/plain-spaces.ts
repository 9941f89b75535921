/** The same value with plain spaces for those that keep `R$` and its amount on one line, so that tests write amounts as people type them. */
export function plainSpaces<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value).replaceAll('\u00a0', ' ')) as Value;
}
