import type { Runs } from './runs';
import type { SaleOfRun } from './sale-start';

/** A message of which something else has to be said than its sale's run says. */
interface Reported {
  id: string;
  merchantId: string;
  /** Null: it is about no sale, and no run says anything of it. */
  saleId: string | null;
}

/**
 * Lets the sales of messages look again, so that their runs say what reports have changed, each message's fate once. A run that has
 * ended begins anew, says it, and ends.
 * @throws EngineUnavailableError when Temporal did not take a call; what is left is still to be told
 */
export async function tellSales<Message extends Reported>(
  rooms: {
    sales: { get(merchantId: string, saleId: string): Promise<SaleOfRun | null> };
    messages: { told(message: Message): Promise<void> };
  },
  runs: Pick<Runs, 'benefitMoved'>,
  messages: readonly Message[],
): Promise<void> {
  for (const message of messages) {
    const { merchantId, saleId } = message;
    const sale = saleId === null ? null : await rooms.sales.get(merchantId, saleId);
    if (sale) await runs.benefitMoved(sale, message.id);
    await rooms.messages.told(message);
  }
}
