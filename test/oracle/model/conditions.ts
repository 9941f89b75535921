import { localDate, weekday } from './calendar';
import type { Rule, When } from './input';
import type { Sale } from './world';

/** Whether every condition of the rule holds for the sale: and-ed, lists or-ed (R7, R11, R17). */
export function matches(sale: Sale, rule: Rule): boolean {
  const when = rule.when ?? {};
  return matchesContent(sale, when) && matchesDate(sale, when) && matchesCustomer(sale, when);
}

function matchesContent({ content }: Sale, when: When): boolean {
  const { totalCents, channel, storeId, items = [] } = content;
  return (
    totalCents >= (when.minSaleCents ?? -Infinity) &&
    totalCents <= (when.maxSaleCents ?? Infinity) &&
    (!when.channels || when.channels.includes(channel)) &&
    (!when.stores || (storeId !== undefined && when.stores.includes(storeId))) &&
    (!when.skus || items.some((item) => when.skus?.includes(item.sku)))
  );
}

function matchesDate(sale: Sale, when: When): boolean {
  const date = localDate(Date.parse(sale.content.soldAt), sale.zone);
  return (
    (!when.weekdays || when.weekdays.includes(weekday(date))) &&
    date >= (when.from ?? '0000') &&
    date <= (when.until ?? '9999')
  );
}

function matchesCustomer({ pinned }: Sale, when: When): boolean {
  return (
    (!when.firstPurchase || pinned?.firstPurchase === true) &&
    (when.segment === undefined || pinned?.segments.includes(when.segment) === true)
  );
}
