import { withoutValues } from '../../store';
import { noteDone } from '../http';
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
  const memberships = await store.people.memberships(personId).catch((cause: unknown) => {
    log.warn({ cause: withoutValues(cause), personId, act }, 'act was not written down');
    return [];
  });
  for (const { merchantId } of memberships) await noteDone({ store, log }, { merchantId, ...by }, change);
}
