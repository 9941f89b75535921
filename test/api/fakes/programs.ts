import { ConcurrentChangeError } from '../../../src/store';
import type { Programs, ProgramVersion } from '../../../src/store';
import type { Holdings } from './holdings';

/** Programs in memory, in the order in which they were published. */
export function programsIn({
  programs,
}: Holdings): Pick<Programs, 'current' | 'list' | 'publish' | 'version'> {
  const current = (merchantId: string): (ProgramVersion & { merchantId: string }) | null =>
    programs.filter((one) => one.merchantId === merchantId).at(-1) ?? null;
  return {
    current: (merchantId) => Promise.resolve(current(merchantId)),
    list: (merchantId, { before = Infinity, limit }) =>
      Promise.resolve(
        programs
          .filter((one) => one.merchantId === merchantId && one.version < before)
          .sort((one, other) => other.version - one.version)
          .slice(0, limit),
      ),
    version: (merchantId, version) =>
      Promise.resolve(
        programs.find((one) => one.merchantId === merchantId && one.version === version) ?? null,
      ),
    publish(merchantId, program, publishedAt, over) {
      const before = current(merchantId)?.version ?? 0;
      if (over !== undefined && over !== before)
        return Promise.reject(new ConcurrentChangeError('Published by somebody else.'));
      const published = {
        merchantId,
        version: before + 1,
        program,
        publishedAt,
      };
      programs.push(published);
      return Promise.resolve(published);
    },
  };
}
