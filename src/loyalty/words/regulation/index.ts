export { programRegulation, regulationText } from './regulation';
export { ruleSentence } from './rules';
