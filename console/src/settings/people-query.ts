import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../api';
import type { Schema } from '../api';

export type Person = Schema<'Person'>;
export type Invitation = Schema<'Invitation'>;

/** The account's people, and who is invited. */
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: () => bodyOf(api.GET('/v1/people')),
});
