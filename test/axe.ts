import axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe finds wrong in a page, or in the part of it that a selector names. Nothing else is brought out of the page: axe's whole
 * report is larger than the page itself.
 */
export async function violationsIn(page: Page, part?: string, options: RunOptions = {}): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  const where = part === undefined ? 'document' : JSON.stringify(part);
  const how = JSON.stringify({ ...options, resultTypes: ['violations'] });
  return page.evaluate<string[]>(`axe.run(${where}, ${how}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))`);
}
