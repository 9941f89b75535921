import { MOST_ERRORS, pathText } from '../../loyalty';
import { mendedText, soundText } from '../../text';
import { fieldError } from './input-texts';
import { Problem } from './problem';
import type { FieldError } from './problem';

/** Deeper than anything the API takes: what recurses over an input need not fear for its stack. */
const DEEPEST = 32;

const UNSOUND =
  'Este texto tem um caractere de controle (como uma quebra de linha), um caractere pela metade ou acentos empilhados sobre uma letra, e assim não pode ser guardado. Retire o caractere e envie de novo.';
const TOO_DEEP =
  'Este valor tem listas ou objetos dentro de outros demais. Confira a forma do que foi enviado.';
const SAME_NAME =
  'Há dois campos com este mesmo nome, escritos com acentos de formas diferentes. Deixe só um deles.';

/**
 * What a caller sent, with each text and each name of a field in Unicode's composed form (NFC), whatever the schema makes of
 * it. Bytes are left alone.
 * @param read gives a text as it can be stored; null: not at all
 * @throws Problem `invalid_request` naming every field whose text cannot be stored as it is
 */
export function soundInput(input: unknown, read: (text: string) => string | null = soundText): unknown {
  const errors: FieldError[] = [];
  const refuse = (path: readonly PropertyKey[], message: string): void => {
    if (errors.length < MOST_ERRORS) errors.push(fieldError(pathText(path), message));
  };

  function sound(value: unknown, path: readonly PropertyKey[]): unknown {
    if (typeof value === 'string') return read(value) ?? refuse(path, UNSOUND);
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
    if (path.length >= DEEPEST) return refuse(path.slice(0, 1), TOO_DEEP);
    if (Array.isArray(value)) return value.map((inner, index) => sound(inner, [...path, index]));
    return soundObject(value, path);
  }

  function soundObject(value: object, path: readonly PropertyKey[]): object {
    const fields = new Map<string, unknown>();
    for (const [name, inner] of Object.entries(value)) {
      const place = [...path, mendedText(name)];
      const known = soundText(name);
      if (known === null) refuse(place, UNSOUND);
      else if (fields.has(known)) refuse(place, SAME_NAME);
      else fields.set(known, sound(inner, place));
    }
    return Object.fromEntries(fields);
  }

  const result = sound(input, []);
  if (errors.length > 0) throw new Problem('invalid_request', { errors });
  return result;
}

/** The same of the parameters of an address, where U+FFFD stands for bytes that were no text. */
export function soundQuery(query: unknown): unknown {
  return soundInput(query, (text) => (text.includes('\ufffd') ? null : soundText(text)));
}
