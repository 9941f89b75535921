import type { LocalDate } from '../basis';
import { plainNumber } from './compare-sales';
import type { SaleMark } from './series';

const DAY = 86_400_000;

/**
 * The keys a sale is found by, sorted: each number on its day, whatever its series, which is for comparing (and older sales
 * stand under numbers without one); and customer, total and day together.
 */
export function fingerprints({ numbers, date, customerId, totalCents }: SaleMark): string[] {
  const byNumber = Object.values(numbers)
    .flat()
    .map((number) => numberKey(number, date));
  const byCustomer = customerId === null ? [] : [`c|${customerId}|${totalCents}|${date}`];
  return [...new Set([...byNumber, ...byCustomer])].sort();
}

/** Where else a sale that is reported a day off would be found. */
export function neighbouringFingerprints({ numbers, date }: SaleMark): string[] {
  const days = [-1, 1].map((days) => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10));
  return [
    ...new Set(
      days.flatMap((day) =>
        Object.values(numbers)
          .flat()
          .map((number) => numberKey(number, day)),
      ),
    ),
  ];
}

function numberKey(number: string, date: LocalDate): string {
  return `n|${plainNumber(number)}|${date}`;
}
