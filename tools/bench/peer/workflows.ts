/**
 * What Retorno is held against: workflows of the same shape without any content. Bundled by the peer's worker.
 */
import { allHandlersFinished, condition, proxyActivities, setHandler } from '@temporalio/workflow';
import type { PeerActivities } from './activities';
import { changed, redeem } from './definitions';

/** Without eager execution, which a Temporal server has switched off by itself. */
const { nothing } = proxyActivities<PeerActivities>({
  startToCloseTimeout: '10s',
  allowEagerDispatch: false,
});

/** As long as the longest wait of a sale. */
const WAIT = '90 days';

/** A signal, so many empty activities, and then a timer. */
export async function peerSale({ activities }: { activities: number }): Promise<void> {
  let news = false;
  setHandler(changed, () => void (news = true));
  await condition(() => news);
  for (let step = 1; step <= activities; step += 1) await nothing(step === activities);
  news = false;
  await condition(() => news, WAIT);
}

/** An update that runs one empty activity, and then the end. */
export async function peerRedemption(): Promise<void> {
  let asked = false;
  setHandler(redeem, async () => {
    asked = true;
    await nothing(false);
  });
  await condition(() => asked);
  await condition(allHandlersFinished);
}
