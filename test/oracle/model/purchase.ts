import { likeness, marksOf, traces } from './same';
import { mostReturnable, returnedCents, rootOf } from './world';
import type { Likeness } from './same';
import type { Sale, World } from './world';

type Answer = 'asked' | 'same' | 'distinct';

/** A purchase that a sale may be part of. */
interface Candidate {
  root: Sale;
  is: Likeness;
  earlier: boolean;
}

const pairOf = (one: Sale, other: Sale): string => [one.id, other.id].sort().join(' ');
const answerOf = (world: World, one: Sale, other: Sale): Answer | undefined =>
  world.answers.get(pairOf(one, other));
const isDecided = (answer: Answer | undefined): boolean => answer === 'same' || answer === 'distinct';
const isCompleted = (sale: Sale): boolean => sale.completed && !sale.cancelled;

/**
 * Whether the sale counts, or another source's telling of the same purchase does (R47).
 * @returns the sales that have to look again because of it
 */
export function match(world: World, sale: Sale): Sale[] {
  const root = sale.countsBy;
  const marks = marksOf(sale);
  const leaves = root !== null && isCompleted(sale) && isCompleted(root) && parts(world, sale, root);
  if (root && !leaves) {
    takeOver(world, root, sale);
    return [root];
  }
  const known = sale.comparedAs === marks;
  sale.comparedAs = null;
  if (!isCompleted(sale)) return [];
  if (known && !sale.heldWith && !root) {
    sale.comparedAs = marks;
    return [];
  }
  const woken = new Set(root ? leave(sale, root) : []);
  const { tellings } = sale;
  compare(world, sale, root, woken);
  // Told otherwise than before, or part of another purchase, it may not fit its tellings any more.
  if (!known || sale.countsBy) for (const telling of tellings) woken.add(telling);
  return [...woken];
}

/** Whether the data speak against one purchase, and no person, nor any other telling of it, speaks for it. */
function parts(world: World, sale: Sale, root: Sale): boolean {
  const answer = answerOf(world, sale, root);
  if (isDecided(answer)) return answer === 'distinct';
  const claimed = root.claimed && sale.customerId === null;
  if (likeness(sale, root, claimed ? null : root.customerId) === 'same') return false;
  return root.tellings.every((other) => other === sale || likeness(sale, other) !== 'same');
}

/** It tells of another purchase: what came back of it did not come back of that one. */
function leave(sale: Sale, root: Sale): Sale[] {
  const theirs = new Set(sale.returns.map(({ id }) => id));
  root.returns = root.returns.filter(({ id }) => !theirs.has(id));
  root.tellings = root.tellings.filter((other) => other !== sale);
  sale.countsBy = null;
  return [root];
}

function compare(world: World, sale: Sale, left: Sale | null, woken: Set<Sale>): void {
  const candidates = candidatesOf(world, sale);
  const root = toJoin(candidates) ?? decidedRoot(world, sale);
  for (const { root: other, is, earlier } of candidates) {
    const joins = is === 'same' && other !== root && (!earlier || root !== null);
    const waits = is === 'doubtful' && !earlier && answerOf(world, sale, other) === undefined;
    if (!joins && !waits) continue;
    other.comparedAs = null;
    woken.add(other);
  }
  if (!root) return hold(world, sale, left, candidates);
  join(world, sale, root);
  woken.add(root);
}

/** Every purchase of which a telling is near, by whichever telling is most like the sale. */
function candidatesOf(world: World, sale: Sale): Candidate[] {
  const near = enter(world, sale);
  const found = new Map<Sale, Candidate>();
  for (const other of world.sales.values()) {
    const root = rootOf(other);
    if (!near.has(other) || !isCompleted(other) || root === sale) continue;
    const before = found.get(root);
    const is = likeness(sale, other);
    const closer = before?.is === 'same' || (before?.is === 'doubtful' && is !== 'same') ? before.is : is;
    const earlier = before?.earlier === true || other !== root || wasBefore(world, other, sale);
    found.set(root, { root, is: closer, earlier });
  }
  // A person's word stands before the data.
  const worded = ({ root, is, earlier }: Candidate): Candidate => {
    const answer = answerOf(world, sale, root);
    return { root, earlier, is: answer === undefined || answer === 'asked' ? is : answer };
  };
  return [...found.values()].map(worded).sort((a, b) => a.root.told - b.root.told);
}

/** Enters the sale by its traces; answers whoever has been there, or a day off. */
function enter(world: World, sale: Sale): Set<Sale> {
  const { own, near } = traces(sale);
  for (const trace of own) {
    const there = world.traces.get(trace) ?? [];
    if (!there.includes(sale)) world.traces.set(trace, [...there, sale]);
  }
  return new Set([...own, ...near].flatMap((trace) => world.traces.get(trace) ?? []));
}

/** Who waits for a person comes after who counts; else the order in which they took on what they now have in common. */
function wasBefore(world: World, other: Sale, sale: Sale): boolean {
  if ((other.heldWith === null) !== (sale.heldWith === null)) return other.heldWith === null;
  const theirs = traces(other).own;
  const common = traces(sale).own.find((trace) => theirs.includes(trace));
  if (common === undefined) return other.comparedAs !== null || other.told < sale.told;
  const there = world.traces.get(common) ?? [];
  return there.includes(other) && there.indexOf(other) < there.indexOf(sale);
}

function toJoin(candidates: Candidate[]): Sale | null {
  const same = candidates.filter(({ is, earlier }) => is === 'same' && earlier).map(({ root }) => root);
  return same.find(({ heldWith }) => heldWith === null) ?? same[0] ?? null;
}

/** The purchase that a person has said the held sale to be part of. */
function decidedRoot(world: World, sale: Sale): Sale | null {
  if (!sale.heldWith || answerOf(world, sale, sale.heldWith) !== 'same') return null;
  const root = rootOf(sale.heldWith);
  return root === sale ? null : root;
}

/** The sale counts by another from now on, and with it whatever counted by the sale. */
function join(world: World, sale: Sale, root: Sale): void {
  for (const telling of [sale, ...sale.tellings]) {
    telling.countsBy = root;
    root.tellings.push(telling);
    takeOver(world, root, telling);
  }
  sale.tellings = [];
  sale.heldWith = null;
}

/** What came back counts once for the purchase, and who is known to have bought by any telling did. */
function takeOver(world: World, root: Sale, telling: Sale): void {
  for (const { id, amount } of telling.returns) {
    const counted = Math.min(amount, mostReturnable(root.content) - returnedCents(root));
    if (counted > 0 && root.returns.every((one) => one.id !== id)) root.returns.push({ id, amount: counted });
  }
  if (root.customerId !== null || telling.customerId === null) return;
  root.customerId = telling.customerId;
  root.claimedBy = telling.customerId;
  if (root.counted) root.customerSince = world.now;
}

/** Held for a person where it may be a purchase that was there before, unless it counts and has been paid; else it counts by itself. */
function hold(world: World, sale: Sale, left: Sale | null, candidates: Candidate[]): void {
  const doubts = candidates.filter(({ is, earlier }) => is === 'doubtful' && earlier).map(({ root }) => root);
  if (left && answerOf(world, sale, left) !== 'distinct') doubts.unshift(left);
  const undecided = doubts.find((root) => !isDecided(answerOf(world, sale, root)));
  const waits = sale.heldWith !== null && answerOf(world, sale, sale.heldWith) === 'asked';
  const counts = sale.heldWith === null && left === null;
  if (sale.paid && counts) sale.heldWith = null;
  else if (!waits) sale.heldWith = undecided ?? null;
  for (const root of doubts)
    if (answerOf(world, sale, root) === undefined) world.answers.set(pairOf(sale, root), 'asked');
  sale.comparedAs = marksOf(sale);
}

/** A person's word about two sales, if that was asked, and was not said otherwise. */
export function decide(
  world: World,
  one: Sale,
  other: Sale,
  said: 'same' | 'distinct',
): 'ok' | 'unasked' | 'decided' {
  const known = answerOf(world, one, other);
  if (known === undefined) return 'unasked';
  if (known !== 'asked' && known !== said) return 'decided';
  world.answers.set(pairOf(one, other), said);
  for (const sale of [one, other]) sale.comparedAs = null;
  return 'ok';
}
