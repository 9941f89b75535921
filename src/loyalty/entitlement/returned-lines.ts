import { lineShares } from '../earning';
import { Refusal, goodsCents } from '../basis';
import type { SaleContent } from '../basis';

/** Part of a line that comes back. `quantity` null: what is left of it. */
export interface LineReturn {
  sku: string;
  quantity: number | null;
}

type Sold = Pick<SaleContent, 'totalCents' | 'freightCents' | 'otherExpensesCents' | 'items'>;

/**
 * The goods value of lines that come back: each line's share of the net goods, by largest remainder as for `skus` (R8), and
 * of that the part of its pieces, floored over all that came back of it so far, so that a whole line gives its whole share.
 * @throws Refusal `invalid_request` where the sale has no such line, or not that many pieces of it are left
 */
export function returnedLines(sale: Sold, before: readonly LineReturn[], now: readonly LineReturn[]): number {
  const lines = linesOf(sale);
  // What came back before, as far as the sale still has it: its lines may have been told otherwise since.
  for (const { sku, quantity } of before) {
    const line = lines.get(sku);
    if (line) line.back += Math.min(quantity ?? line.pieces, line.pieces - line.back);
  }
  const already = valueOf(lines);
  for (const part of now) take(lines, part);
  return valueOf(lines) - already;
}

interface Line {
  sku: string;
  shareCents: number;
  pieces: number;
  back: number;
}

/** Lines of one product count as one. A line without a quantity is one piece; nothing of a negative one can come back (R53). */
function linesOf(sale: Sold): Map<string, Line> {
  const shares = lineShares(goodsCents(sale), sale.items);
  const lines = new Map<string, Line>();
  sale.items.forEach(({ sku, quantity, totalCents }, index) => {
    if (totalCents < 0) return;
    const line = lines.get(sku) ?? { sku, shareCents: 0, pieces: 0, back: 0 };
    line.shareCents += shares[index] ?? 0;
    line.pieces += quantity ?? 1;
    lines.set(sku, line);
  });
  return lines;
}

function take(lines: ReadonlyMap<string, Line>, { sku, quantity }: LineReturn): void {
  const line = lines.get(sku);
  const left = line ? line.pieces - line.back : 0;
  const pieces = quantity ?? left;
  if (!line || !Number.isSafeInteger(pieces) || pieces <= 0 || pieces > left)
    throw new Refusal('invalid_request', { sku, piecesLeft: left });
  line.back += pieces;
}

function valueOf(lines: ReadonlyMap<string, Line>): number {
  return [...lines.values()].reduce(
    (sum, { shareCents, pieces, back }) =>
      sum + (back === 0 ? 0 : Number((BigInt(shareCents) * BigInt(back)) / BigInt(pieces))),
    0,
  );
}
