export { EditPage } from './editing';
export { SimulatePage } from './simulating';
export { TryPage } from './trying';
export { VersionsPage } from './versions';
