import { changedFields } from '../../loyalty';
import type { Sale, SaleEvent, SalePatch } from '../../loyalty';
import type { SaleChange } from '../../store';

/**
 * The change that brings the stored sale up to date, over the version that was read; undefined where it is. It sets nothing that is
 * so already: what is set is attested.
 */
export function saleChange(sale: Sale, patch: SalePatch, event?: SaleEvent): SaleChange | undefined {
  const needed = neededOf(sale, patch);
  if (!needed && !event) return undefined;
  return { sale, patch: needed ?? {}, ...(event ? { event } : {}) };
}

/** The fields of a patch that the sale does not have as they are said, or not at all; undefined: it has them all. */
function neededOf(sale: Sale, patch: SalePatch): SalePatch | undefined {
  const changed = changedFields(sale, patch);
  if (changed.size === 0) return undefined;
  const parts = Object.entries(patch) as [keyof SalePatch, object][];
  const needed = parts.map(([part, fields]) => {
    const known = sale[part] as object;
    const some = Object.entries(fields).filter(
      ([field]) => changed.has(`${part}.${field}`) || known[field as keyof object] === undefined,
    );
    return [part, Object.fromEntries(some)];
  });
  return Object.fromEntries(needed) as SalePatch;
}
