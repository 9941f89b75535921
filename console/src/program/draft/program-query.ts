import { queryOptions } from '@tanstack/react-query';
import type { UnusedSkipTokenOptions } from '@tanstack/react-query';
import { api, bodyOf, Refused } from '../../api';
import type { Draft } from './json-path';
import type { Base } from './kept-draft';

/** The version in force, as something to write on. */
export const programQuery: UnusedSkipTokenOptions<Base, Error, Base, readonly unknown[]> = queryOptions({
  queryKey: ['program'] as readonly unknown[],
  queryFn: async () => {
    try {
      const { version, program } = await bodyOf(api.GET('/v1/program'));
      return { version, program: program as unknown as Draft };
    } catch (error) {
      if (error instanceof Refused && error.code === 'program_not_found')
        return { version: 0, program: null };
      throw error;
    }
  },
});
