import type { Sale, SalePatch } from './sale';

/** The sale with a patch applied; its version and timeline stay. */
export function patched(sale: Sale, patch: SalePatch): Sale {
  return {
    ...sale,
    source: { ...sale.source, ...patch.source },
    content: { ...sale.content, ...patch.content },
    owner: { ...sale.owner, ...patch.owner },
    purchase: { ...sale.purchase, ...patch.purchase },
    benefit: { ...sale.benefit, ...patch.benefit },
    notices: { ...sale.notices, ...patch.notices },
  };
}

/** The fields a patch would really change, as `part.field`. Values are compared as JSON; absent and null are the same. */
export function changedFields(sale: Sale, patch: SalePatch): Set<string> {
  const changed = new Set<string>();
  for (const [part, fields] of Object.entries(patch) as [keyof SalePatch, object][]) {
    const known: object = sale[part];
    for (const [field, value] of Object.entries(fields))
      if (asText(known[field as keyof object]) !== asText(value)) changed.add(`${part}.${field}`);
  }
  return changed;
}

/** Whether a patch would change anything of the sale. */
export function isChangedBy(sale: Sale, patch: SalePatch): boolean {
  return changedFields(sale, patch).size > 0;
}

function asText(value: unknown): string {
  return JSON.stringify(value ?? null);
}
