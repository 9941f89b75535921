import { useEffect, useEffectEvent } from 'react';
import { ScanBurst } from './scan-burst';

/** A scanner without Enter has ended when nothing more comes for this long. */
const SILENCE_MS = 90;

/** A field as it was before the first key of a scanner. */
interface Before {
  field: HTMLInputElement | HTMLTextAreaElement;
  value: string;
}

/**
 * Hears a scanner wherever the focus is, with or without an Enter at its end. None of what it types stays in a field, and its
 * Enter presses no button.
 */
export function useScanner(onScan: (text: string) => void): void {
  const scanned = useEffectEvent(onScan);
  useEffect(() => {
    const burst = new ScanBurst();
    let before: Before | null = null;
    let silence: number | undefined;

    const end = (): void => {
      window.clearTimeout(silence);
      const { text } = burst;
      burst.forget();
      before = null;
      if (text !== '') scanned(text);
    };
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const pristine = fieldNow();
      const verdict = burst.take({ key: event.key, at: event.timeStamp });
      if (verdict === 'typed') {
        if (event.key.length === 1 && burst.isFirst) before = pristine;
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      if (verdict === 'began' && before) putBack(before);
      if (verdict === 'ended') return end();
      window.clearTimeout(silence);
      silence = window.setTimeout(end, SILENCE_MS);
    };
    // Before any field or button hears of the key.
    window.addEventListener('keydown', hear, { capture: true });
    return () => {
      window.removeEventListener('keydown', hear, { capture: true });
      window.clearTimeout(silence);
    };
  }, []);
}

function fieldNow(): Before | null {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null;
  return { field, value: field.value };
}

/** Sets a field back so that React hears of it too. */
function putBack({ field, value }: Before): void {
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
