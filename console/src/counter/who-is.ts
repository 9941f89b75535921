import type { CounterCustomer } from '../api';
import { counter } from '../words/pt';

/** By what staff and customer make sure that they mean the same person; never a whole document. */
export function whoIs({ name, documentMasked, phoneLastDigits }: CounterCustomer): string[] {
  return [
    name ?? counter.search.noName,
    ...(documentMasked === null ? [] : [documentMasked]),
    ...(phoneLastDigits === null ? [] : [counter.search.phoneEnding(phoneLastDigits)]),
  ];
}
