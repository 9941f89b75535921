export { importer } from './importer';
export type { Note, Work } from './importer';
