export { EditPage } from './edit-page';
