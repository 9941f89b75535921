export { EditPage } from './editing';
