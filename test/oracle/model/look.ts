import { findUses } from './names';
import { match } from './purchase';
import { settle } from './settle';
import { isUnasked, standing } from './world';
import type { Sale, World } from './world';

/** A sale looks whether it counts (R47), who names it (R46), and what it deserves; then those look that have to because of it. */
export function look(world: World, first: Sale, segments: string[]): void {
  const waiting = new Set([first]);
  for (const sale of waiting) {
    waiting.delete(sale);
    const woken = match(world, sale);
    sale.segments = sale.customerId === first.customerId ? segments : [];
    // Of one whose buyer nobody has looked up nothing is known yet, and what was is found out anew.
    const begins = !isUnasked(sale) && (sale.foundUses || standing(sale) !== 'open');
    const others = isUnasked(sale) ? [] : findUses(world, sale, { begins, first: !sale.foundUses });
    for (const other of others) settle(world, other);
    sale.foundUses = begins;
    settle(world, sale);
    for (const other of woken) waiting.add(other);
  }
}
