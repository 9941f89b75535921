import { readAt, useDrafting } from '../draft';
import type { Json } from '../draft';

/** One place of the draft. */
export interface Field {
  value: Json;
  set: (value: Json) => void;
  /** What is wrong with it, also with what lies within it. */
  error: string | undefined;
  /** What is allowed there and seldom meant. */
  warning: string | undefined;
}

/** One place of the draft, named as the API names it. */
export function useField(path: string): Field {
  const { draft, set, errors, preview, current } = useDrafting();
  const within = [...errors].find(([place]) => place === path || isWithin(place, path));
  const warned = current ? preview?.warnings.find((warning) => warning.path === path) : undefined;
  return {
    value: readAt(draft, path),
    set: (value) => set(path, value),
    error: within?.[1],
    warning: warned?.text,
  };
}

function isWithin(place: string, path: string): boolean {
  return place.startsWith(`${path}.`) || place.startsWith(`${path}[`);
}

/** Whether something is wrong at one of some places, or within it. */
export function useWrongIn(paths: readonly string[]): boolean {
  const { errors } = useDrafting();
  return [...errors.keys()].some((place) => paths.some((path) => place === path || isWithin(place, path)));
}
