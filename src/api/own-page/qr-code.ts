import qrcode from 'qrcode-generator';
import { escapeHtml } from '../http';

/** White around a code, in its modules: readers look for it. */
const QUIET = 4;

/**
 * A QR code as a drawing that stands in the page itself: nothing is loaded, and no script draws it.
 * @param label what it is for, to whoever does not see it
 */
export function qrCode(text: string, label: string): string {
  const code = qrcode(0, 'M');
  code.addData(text, /^[A-Z0-9 $%*+./:-]+$/.test(text) ? 'Alphanumeric' : 'Byte');
  code.make();
  const side = code.getModuleCount();
  const rows = Array.from({ length: side }, (_, row) =>
    runs(side, (column) => code.isDark(row, column)).map(
      ({ from, length }) => `M${from + QUIET} ${row + QUIET}.5h${length}`,
    ),
  );
  const size = side + 2 * QUIET;
  return (
    `<svg class="qr" role="img" aria-label="${escapeHtml(label)}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path stroke="#000" d="${rows.flat().join('')}"/></svg>`
  );
}

/** Dark modules of a row that stand beside each other. */
function runs(side: number, isDark: (column: number) => boolean): { from: number; length: number }[] {
  const found: { from: number; length: number }[] = [];
  for (let column = 0; column < side; column += 1) {
    if (!isDark(column)) continue;
    const last = found.at(-1);
    if (last && last.from + last.length === column) last.length += 1;
    else found.push({ from: column, length: 1 });
  }
  return found;
}
