import { withoutValues } from '../../store';
import type { AppDeps, BrowserCall } from '../http';
import type { ACTS } from '../http';

/** What people do to their own way in. */
export type OwnDeed = Extract<keyof typeof ACTS, `own.${string}`>;

type DoneBy = Pick<BrowserCall<unknown, unknown>, 'address' | 'requestId' | 'now' | 'log'>;

/**
 * Writes down in every merchant of a person what they did to their own way in. It is done: that it cannot be written must not turn
 * the answer into a failure.
 */
export async function noteOwnDeed(
  { store }: Pick<AppDeps, 'store'>,
  personId: string,
  act: OwnDeed,
  { address, requestId, now, log }: DoneBy,
): Promise<void> {
  const by = { at: new Date(now), actor: { kind: 'person' as const, id: personId }, address, requestId, act };
  const change = { subject: { kind: 'person', id: personId } };
  try {
    for (const { merchantId } of await store.people.memberships(personId))
      await store.audit.record({ merchantId, ...by }, { outcome: 'done', change });
  } catch (cause) {
    log.warn({ cause: withoutValues(cause), personId, act }, 'act was not written down');
  }
}
