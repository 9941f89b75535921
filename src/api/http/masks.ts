import type { Actor } from '../../store';
import { may } from '../access/permission';

/** A document as it is answered. */
interface ShownDocument {
  kind: 'cpf' | 'cnpj';
  value: string;
}

/**
 * A document with three of its middle digits alone: enough to compare with what somebody says. The check digits follow from the
 * others, so that six shown digits of a CPF would leave only a thousand to try.
 */
export function maskedDocument({ kind, value }: ShownDocument): string {
  return kind === 'cpf' ? `***.***.${value.slice(6, 9)}-**` : `**.***.${value.slice(5, 8)}/****-**`;
}

/** Figures of a CPF or CNPJ, however they are set. */
const LIKE_A_DOCUMENT =
  /(?<![\p{L}\d])(?:\d{2}\.?\d{3}\.?\d{3}\/?\d{4}-?\d{2}|\d{3}\.?\d{3}\.?\d{3}-?\d{2})(?!\d)/gu;

/** A name without the document that a sole trader's has in it, as registered: MARIA DA SILVA 52998224725. */
export function maskedName<T extends string | null>(name: T): T | string {
  return name && name.replace(LIKE_A_DOCUMENT, '***');
}

/**
 * An answer that was kept when whoever asks again may have been allowed more: documents, and names that have one in them, as they
 * may see them now. What was kept masked stays so.
 */
export function maskedAgain(actor: Actor, answer: unknown): unknown {
  return may(actor, 'document.see') ? answer : withMasks(answer);
}

function withMasks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMasks);
  if (typeof value !== 'object' || value === null) return value;
  const isSomebody = 'document' in value;
  const fields = Object.entries(value).map(([name, one]) => [name, masked(name, one, isSomebody)]);
  return Object.fromEntries(fields) as unknown;
}

function masked(field: string, value: unknown, isSomebodys: boolean): unknown {
  if (isSomebodys && field === 'name' && typeof value === 'string') return maskedName(value);
  if (!isDocument(value)) return withMasks(value);
  return value.value.includes('*') ? value : { kind: value.kind, value: maskedDocument(value) };
}

function isDocument(value: unknown): value is ShownDocument {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, value: document } = value as Partial<ShownDocument>;
  return (kind === 'cpf' || kind === 'cnpj') && typeof document === 'string';
}
