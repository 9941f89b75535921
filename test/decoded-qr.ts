import jsQR from 'jsqr';

/** What a reader reads off the drawing of a QR code of ours, by the modules that are dark in it. */
export function decodedQr(svg: string): string | undefined {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)![1]);
  const scale = 4;
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  const runs = [...svg.matchAll(/M(\d+) (\d+)\.5h(\d+)/g)].map((run) => run.slice(1).map(Number));
  for (const [left = 0, top = 0, length = 0] of runs)
    for (let y = top * scale; y < (top + 1) * scale; y += 1)
      for (let x = left * scale; x < (left + length) * scale; x += 1)
        pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  return jsQR(pixels, side, side)?.data;
}
