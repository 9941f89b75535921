import * as fc from 'fast-check';
import { after, deed, HOUR, ODDITIES, saleId, segments } from './steps';
import type { SaleInput } from './model/input';
import type { Oddity, Step } from './steps';

const DAY_MS = 86_400_000;

/** How another source tells of a sale: in its own channel, by the numbers that both know. */
export function twinOf(of: SaleInput, twin: SaleInput, odd: Oddity): SaleInput {
  const { id, number, externalId, channel } = twin;
  const numbers = odd === 'number' ? {} : { ...numbersOf(of), accessKey: of.accessKey };
  const told: SaleInput = { ...of, id, number, externalId, channel, ...numbers };
  switch (odd) {
    case 'total':
      return { ...told, totalCents: of.totalCents + 1 };
    case 'day':
      return { ...told, soldAt: new Date(Date.parse(of.soldAt) + DAY_MS).toISOString() };
    case 'customer':
      return { ...told, customerId: of.customerId === 'bia' ? 'ana' : 'bia' };
    case 'nobody':
      return { ...told, customerId: null };
    default:
      return told;
  }
}

/** A channel that is not the sale's; its own where one source tells one order of a shop twice. */
export function channelBeside({ channel }: SaleInput, odd: Oddity): string {
  if (odd === 'source') return channel;
  return channel === 'ecommerce' ? 'bling' : channel === 'bling' ? 'pos' : 'import';
}

function numbersOf({
  channel,
  number,
  externalId,
  marketplaceNumber,
  erpNumber,
}: SaleInput): Partial<SaleInput> {
  return {
    marketplaceNumber: channel === 'ecommerce' ? externalId : marketplaceNumber,
    erpNumber: channel === 'bling' ? number : erpNumber,
  };
}

/** What two sources, or one by mistake, tell of the same purchase, and what a person says of two sales. */
export const twins: fc.Arbitrary<Step[]>[] = [
  after(
    fc.record({ twin: saleId, of: saleId, odd: fc.constantFrom(...ODDITIES), segments }),
    fc.record({ ms: fc.constantFrom(0, 0, HOUR) }),
  ).map((step) => [step]),
  deed(
    fc.record({
      do: fc.constant('resolve' as const),
      sales: fc.tuple(saleId, saleId),
      decision: fc.constantFrom('same' as const, 'distinct' as const),
    }),
  ),
];
