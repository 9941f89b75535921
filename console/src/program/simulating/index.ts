export { SimulatePage } from './simulate-page';
