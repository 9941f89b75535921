export { CHANNELS, goodsCents } from './content';
export type { Channel, SaleContent, SaleItem } from './content';
