export { runMerchantCommand } from './commands';
