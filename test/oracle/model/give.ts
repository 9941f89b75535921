import { endOfHolding, endOfUse, laterEnd, reminderOf, roundUp } from './calendar';
import { activate, endLater } from './lots';
import type { Template } from './input';
import type { Program } from './program';
import type { Grant, Lot, Sale, World } from './world';

interface Dates {
  activatesAt: number;
  expiresAt: number | null;
  goesOnUntil?: number | undefined;
}

/** Puts a new lot on the books, active at once where its time has come. */
export function open(
  world: World,
  lot: Pick<Lot, 'id' | 'type' | 'customerId' | 'saleId' | 'ruleId' | 'zone' | 'template'> & Dates,
  amount: number,
): void {
  const made: Lot = {
    ...lot,
    pending: amount,
    active: 0,
    reserved: 0,
    spent: 0,
    expired: 0,
    reversed: 0,
    withdrawn: false,
  };
  world.lots.push(made);
  if (made.activatesAt <= world.now) activate(world, made);
}

/** A lot for more that a sale deserves: with the sale's dates, or from now where those have lapsed (R22). */
export function giveMore(world: World, sale: Sale, grant: Grant, amount: number): void {
  grant.granted += amount;
  grant.lots += 1;
  const { saleId, ruleId, customerId, type } = grant;
  const id = `${saleId}/${ruleId}/${customerId}/${grant.lots}`;
  const until = (from: number): number | null => endOfBalance(from, { ...sale.version, zone: sale.zone });
  const dates = fairly(world, sale, datesOf(world, sale, until));
  open(world, { id, type, customerId, saleId, ruleId, zone: sale.zone, template: null, ...dates }, amount);
}

/** The voucher a rule gives for the sale (R19). Its code is the lot's id without the revision. */
export function giveVoucher(world: World, sale: Sale, customerId: string, ruleId: string): void {
  const rule = sale.version.rules.find(({ id }) => id === ruleId);
  const name = rule?.grant.type === 'voucher' ? rule.grant.template : '';
  const template = sale.version.vouchers[name];
  if (!template) throw new Error(`no template ${name}`);
  const dates = fairly(
    world,
    sale,
    datesOf(world, sale, (from) => endOfVoucher(from, template, sale.zone)),
  );
  const lot = { id: `${sale.id}/${ruleId}/${customerId}/1`, type: 'voucher' as const, customerId };
  const more = { saleId: sale.id, ruleId, zone: sale.zone, template: { ...template, name } };
  open(world, { ...lot, ...more, ...dates }, template.uses ?? 1);
}

/** A cancelled voucher lives again: its own dates, or where they have lapsed those of the sale (R27, R22). */
export function giveBackVoucher(world: World, sale: Sale, lot: Lot): void {
  if (lot.reversed === 0) return;
  if (lot.expiresAt !== null && lot.expiresAt <= world.now) {
    const dates = datesOf(world, sale, (from) => endOfVoucher(from, lot.template, lot.zone));
    lot.activatesAt = dates.activatesAt;
    if (dates.expiresAt !== null) endLater(lot, dates.expiresAt);
  }
  lot.pending += lot.reversed;
  lot.reversed = 0;
  if (lot.activatesAt <= world.now) activate(world, lot);
}

/** End of holding, or the moment the customer came onto the sale, whichever is later (R3, R26, R28). */
function datesOf(world: World, sale: Sale, until: (from: number) => number | null): Dates {
  const { completedAt, version, customerSince, zone } = sale;
  const activatesAt = Math.max(endOfHolding(completedAt, version.holding, zone), customerSince);
  const expiresAt = until(activatesAt);
  if (expiresAt !== null && expiresAt <= world.now)
    return { activatesAt: world.now, expiresAt: until(world.now) };
  return { activatesAt, expiresAt };
}

/** By the longest of the reminders that still come it goes on where nobody was reminded (fair expiry). */
function fairly(world: World, { version, zone }: Sale, dates: Dates): Dates {
  const { activatesAt, expiresAt } = dates;
  if (expiresAt === null) return dates;
  const later = version.owedReminders
    .filter((lead) => {
      const at = reminderOf(expiresAt, lead, zone);
      return at > activatesAt && at > world.now && at < expiresAt;
    })
    .map((lead) => laterEnd(expiresAt, lead, zone));
  return later.length === 0 ? dates : { ...dates, goesOnUntil: Math.max(...later) };
}

/** Validity of balance that becomes active at an instant (R4, R5). */
export function endOfBalance(activatesAt: number, { expiry, zone }: Program): number | null {
  if (!expiry) return null;
  return roundUp(endOfUse(activatesAt, expiry.after, zone), expiry.roundUpTo, zone);
}

function endOfVoucher(activatesAt: number, template: Template | null, zone: string): number | null {
  return template?.validity === undefined ? null : endOfUse(activatesAt, template.validity, zone);
}
