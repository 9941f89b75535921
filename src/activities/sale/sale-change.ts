import { isChangedBy } from '../../loyalty';
import type { Sale, SaleEvent, SalePatch } from '../../loyalty';
import type { SaleChange } from '../../store';

/** The change that brings the stored sale up to date, over the version that was read; undefined where it is. */
export function saleChange(sale: Sale, patch: SalePatch, event?: SaleEvent): SaleChange | undefined {
  if (!isChangedBy(sale, patch) && !event) return undefined;
  const { merchantId, id, version } = sale;
  return { merchantId, id, version, patch, ...(event ? { event } : {}) };
}
