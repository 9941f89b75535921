import type { Reporter } from '../../../tools/progress';

/** A reporter that remembers what was said. */
export function quietReporter(): Reporter & { readonly said: string[] } {
  const said: string[] = [];
  return {
    said,
    trying: (what) => said.push(`trying ${what}`),
    line: (text) => said.push(text),
    note: (text) => said.push(`note ${text}`),
  };
}
