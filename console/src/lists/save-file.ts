/** Long enough for the slowest browser to begin with it. */
const KEPT_MS = 60_000;

/** Gives somebody a file to keep: a link could not say for which merchant and in which form it is wanted. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
