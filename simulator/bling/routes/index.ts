export { channelRoutes, companyRoutes, situationRoutes } from './company';
export { contactRoutes } from './contacts';
export { orderRoutes } from './orders';
