import { choiceOf, InvalidOrderError, orderOutcome, toSaleContent } from '../../../bling';
import type { BlingSale, OrderOutcome } from '../../../bling';
import { soldIn } from '../../../store';
import type { StoreConnection } from '../../../store';
import type { AppDeps } from '../../http';
import { Problem } from '../../http/problem';
import { askBling } from './ask-bling';

/** An order as Bling has it at this moment. */
export interface OrderNow {
  sale: BlingSale;
  outcome: OrderOutcome;
}

/** Reads an order as a sale is read from it. @throws Problem */
export async function readOrder(
  { bling, store }: Pick<AppDeps, 'bling' | 'store'>,
  connection: StoreConnection,
  orderId: string,
  zone: string,
): Promise<OrderNow> {
  const { id: connectionId, companyId, merchantId } = connection;
  const order = await askBling(() => bling.getOrder({ connectionId, companyId }, orderId));
  if (!order) throw new Problem('order_not_found');
  try {
    const storeId = await soldIn(store.shops, { merchantId, connectionId }, order.storeId);
    const sale = { ...toSaleContent(order, zone), storeId };
    return { sale, outcome: orderOutcome(order.situation, choiceOf(connection)) };
  } catch (error) {
    if (error instanceof InvalidOrderError)
      throw new Problem('order_invalid', { facts: { field: error.field } });
    throw error;
  }
}
