/*
 * Details of a run are Markdown that the Temporal UI renders: CommonMark, in its newer versions with tables. Other viewers of the
 * same text add mathematics between dollar signs, so that none is left bare.
 */

/** A text as it is to be read: nothing of it is taken for Markdown. One line. */
export function inMarkdown(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_{}[\]<>()#+!|~$&-]/g, String.raw`\$&`);
}

/** A list, apart from what stands before it: without a blank line it would be read on as the same paragraph. */
export function inList(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** Paragraphs and lists, a blank line between each. */
export function inParagraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Brasília is three hours behind UTC all year round. */
const BRASILIA_MS = -3 * 3_600_000;

/** An instant as `27/11/2026 às 10:44 (horário de Brasília)`, for what is said before the store's zone is known. */
export function brasiliaTime(at: number): string {
  const [date = '', time = ''] = new Date(at + BRASILIA_MS).toISOString().split('T');
  return `${date.split('-').reverse().join('/')} às ${time.slice(0, 5)} (horário de Brasília)`;
}
