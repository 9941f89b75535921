import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What a reader sees of details, by the rules they are rendered with: see `render-details.mjs`. */
export interface Rendered {
  rules: string;
  html: string;
  /** Without marks of HTML. */
  text: string;
  /** The items of its lists. */
  items: string[];
}

/** Renders details with every set of rules that they are read with. */
export function rendered(details: string): Rendered[] {
  const program = join(__dirname, 'render-details.mjs');
  const { stdout, stderr, status } = spawnSync(process.execPath, [program], {
    input: JSON.stringify(details),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return Object.entries(JSON.parse(stdout) as Record<string, string>).map(([rules, html]) => ({
    rules,
    html,
    text: read(html),
    items: [...html.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item = '']) => read(item)),
  }));
}

function read(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#x3C;', '<')
    .replaceAll('&#x26;', '&');
}
