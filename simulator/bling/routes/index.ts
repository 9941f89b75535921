export { channelRoutes, companyRoutes, situationRoutes } from './company';
export { contactRoutes } from './contacts';
export { invoiceRoutes } from './invoices';
export { orderRoutes } from './orders';
