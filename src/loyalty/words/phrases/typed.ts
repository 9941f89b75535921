/*
 * Names of stores and products are typed by whoever sells. In a reasoning they stand in quotation marks of their own, so that it can
 * also be shown where no typed text may go.
 */

/** A text that somebody has typed, as part of a sentence: `“Centro”`. */
export function typedText(text: string): string {
  return `“${text.replace(/[“”]/g, '"')}”`;
}

/** The sentence without what was typed: `A loja da venda é “…”`. */
export function withoutTyped(sentence: string): string {
  return sentence.replace(/“[^“”]*”/g, '“…”');
}
