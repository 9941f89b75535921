export { programRegulation, regulationText } from './regulation';
