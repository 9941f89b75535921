export { regulationOf, regulationText } from './regulation';
