/*
 * Renders details as the Temporal UI does, and prints the HTML: `src/lib/utilities/render-markdown.ts` of temporalio/ui, with the
 * same libraries. `plain` are the rules of the UI that the CLI carries (2.42); `tables` those of its later versions; `maths` what
 * other viewers add. The libraries are modules of their own kind, so that this runs as a program.
 */
import { text } from 'node:stream/consumers';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { mathFromMarkdown } from 'mdast-util-math';
import { toHast } from 'mdast-util-to-hast';
import { gfmTable } from 'micromark-extension-gfm-table';
import { math } from 'micromark-extension-math';
import { remove } from 'unist-util-remove';

const RULES = {
  plain: {},
  tables: { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] },
  maths: { extensions: [math()], mdastExtensions: [mathFromMarkdown()] },
};

const details = JSON.parse(await text(process.stdin));
const rendered = Object.entries(RULES).map(([name, options]) => {
  const tree = fromMarkdown(details, options);
  remove(tree, 'image');
  remove(tree, 'html');
  remove(tree, 'script');
  return [name, toHtml(sanitize(toHast(tree)))];
});
process.stdout.write(JSON.stringify(Object.fromEntries(rendered)));
