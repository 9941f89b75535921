import { wantsFollowUps } from '../loyalty';
import type { Program } from '../loyalty';
import type { CustomerInput } from '../workflows';
import type { Runs } from './runs';

/** What is noted of it in the store. */
interface Rooms {
  followUpPlans: { changed(merchantId: string, customerId: string): Promise<void> };
}

/**
 * What a customer bought or has has changed: their run looks again at what to tell them, where the merchant's program tells anybody
 * anything beside sales. It is noted first, for the next sweep: whatever becomes of the call or the run, nothing is lost.
 * @param program by which customers are told, as far as is known; null: there is none
 * @throws EngineUnavailableError when Temporal did not take the call; it can be repeated
 */
export async function tellCustomerRun(
  { followUpPlans }: Rooms,
  runs: Pick<Runs, 'customerChanged'>,
  program: Pick<Program, 'messages'> | null,
  input: CustomerInput,
): Promise<void> {
  if (!program || !wantsFollowUps(program.messages)) return;
  await followUpPlans.changed(input.merchantId, input.customerId);
  await runs.customerChanged(input);
}
