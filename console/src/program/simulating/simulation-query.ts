import { queryOptions } from '@tanstack/react-query';
import type { UnusedSkipTokenOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';

export type Simulation = Schema<'Simulation'>;
export type Result = NonNullable<Simulation['result']>;

/** Often enough that one sees it go on. */
const FOLLOW_MS = 1_000;

/** A simulation, asked again and again while it runs. */
export function simulationQuery(
  id: string,
): UnusedSkipTokenOptions<Simulation, Error, Simulation, readonly unknown[]> {
  return queryOptions({
    queryKey: ['program', 'simulation', id] as readonly unknown[],
    queryFn: () => bodyOf(api.GET('/v1/program/simulations/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => (data?.state === 'running' ? FOLLOW_MS : false),
  });
}
