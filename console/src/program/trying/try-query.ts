import { queryOptions } from '@tanstack/react-query';
import type { UnusedSkipTokenOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api';
import type { Paths, Schema } from '../../api';
import type { Draft } from '../draft';

/** What a sale comes to under the draft, and under the version in force. */
export type Tried = Schema<'TriedProgram'>;
type Body = Paths['/v1/program/try']['post']['requestBody']['content']['application/json'];
/** A sale that somebody types in. */
export type TypedSale = NonNullable<Body['sale']>;
/** The sale a draft is tried on. */
export type TrySale = { saleId: string } | { sale: TypedSale };

/** Tries a draft on a sale. It writes nothing, and so is asked anew whenever the draft has changed. */
export function tryQuery(
  draft: Draft,
  on: TrySale,
): UnusedSkipTokenOptions<Tried, Error, Tried, readonly unknown[]> {
  return queryOptions({
    queryKey: ['program', 'try', draft, on] as readonly unknown[],
    queryFn: () =>
      bodyOf(
        api.POST('/v1/program/try', { body: { ...on, program: draft as unknown as Schema<'Program'> } }),
      ),
    gcTime: 60_000,
  });
}
