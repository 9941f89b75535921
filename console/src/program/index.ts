export { EditPage } from './editing';
export { TryPage } from './trying';
