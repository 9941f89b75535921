export { programWarnings } from './program-warnings';
