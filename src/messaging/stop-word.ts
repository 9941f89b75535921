/** What customers answer who want no more messages, each as the whole of what they write. */
const STOP_WORDS: ReadonlySet<string> = new Set(['SAIR', 'PARAR', 'CANCELAR']);

/** The word by which somebody says that they want no more, in whatever case, accents and punctuation; null: they say something else. */
export function stopWordIn(text: string): string | null {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toUpperCase();
  return STOP_WORDS.has(plain) ? plain : null;
}
