import { merchantOfTest } from '../../store';
import type { DeliveryReport } from '../../store';
import type { AppDeps } from '../http';

/** Notes of the test messages among them that they arrived, or why they did not: nobody else waits for those. */
export async function heedTests(
  { store }: Pick<AppDeps, 'store'>,
  reports: readonly DeliveryReport[],
): Promise<void> {
  for (const { messageId, state, reason, at } of reports) {
    const merchantId = messageId === null ? null : merchantOfTest(messageId);
    if (messageId === null || merchantId === null || state === 'sent') continue;
    const failure = state === 'failed' ? (reason ?? 'unknown') : null;
    await store.merchants.noteTestReport(merchantId, messageId, { at: new Date(at), failure });
  }
}
