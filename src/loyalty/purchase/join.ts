import type { Instant } from '../basis';
import type { Sale } from '../sale';
import type { KnownSales } from './chain';
import { Changes } from './changes';
import { assemblePlan } from './purchase-plan';
import type { PurchasePlan } from './purchase-plan';
import { addTelling, findHeir } from './tellings';

/** The sale counts by `root` from now on, and with it whatever counted by the sale. */
export function planJoin(
  sale: Sale,
  root: Sale,
  known: KnownSales,
  now: Instant,
  changes = new Changes(),
): PurchasePlan {
  countBy(changes, sale, root, known, now);
  const text = `A mesma compra que a venda ${saleName(root)}: conta por ela`;
  const event = sale.purchase.duplicateOf === root.id ? undefined : { at: now, event: 'matched', text };
  changes.write(sale, { purchase: { duplicateOf: root.id, reviewId: null, tellings: [] } }, event);
  return assemblePlan(sale, { kind: 'join', root }, changes);
}

/**
 * A live telling counts in place of the sale that its source has deleted, and the sale by it, so that what was spent on the
 * purchase stays spent. Null where there is no live telling.
 */
export function planInheritance(sale: Sale, known: KnownSales, now: Instant): PurchasePlan | null {
  const heir = findHeir(sale, known);
  if (!heir) return null;
  const why = sale.source.status === 'missing' ? 'Excluída' : 'Cancelada';
  return planHandOver(
    sale,
    heir,
    `${why} na origem: a compra conta pela venda ${saleName(heir)}`,
    known,
    now,
  );
}

/** `heir` counts in place of the sale, and the sale by it. @param text says why (pt-BR) */
export function planHandOver(
  sale: Sale,
  heir: Sale,
  text: string,
  known: KnownSales,
  now: Instant,
): PurchasePlan {
  const changes = new Changes();
  changes.write(heir, { purchase: { duplicateOf: null, reviewId: null, comparedAs: null } });
  countBy(changes, sale, heir, known, now);
  const event = { at: now, event: 'handed_over', text };
  changes.write(sale, { purchase: { duplicateOf: heir.id, tellings: [] } }, event);
  return assemblePlan(sale, { kind: 'handOver', heir }, changes);
}

/** Tells `root` of the sale and of every telling that counted by the sale, and makes those count by `root`, and look again. */
export function countBy(changes: Changes, sale: Sale, root: Sale, known: KnownSales, now: Instant): void {
  changes.write(root, addTelling(changes.planned(root), sale, now));
  changes.wake(root);
  for (const { saleId } of sale.purchase.tellings) {
    const telling = saleId === root.id ? undefined : known.get(saleId);
    const { duplicateOf } = telling?.purchase ?? {};
    if (!telling || (duplicateOf !== sale.id && duplicateOf !== root.id)) continue;
    changes.write(root, addTelling(changes.planned(root), telling, now));
    changes.write(telling, { purchase: { duplicateOf: root.id } });
    changes.wake(telling);
  }
}

/** What people call the sale. */
export function saleName({ source }: Sale): string {
  return source.number ?? source.externalId;
}
