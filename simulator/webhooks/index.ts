export { Courier } from './courier';
export { usualHabits } from './delivery';
export type { CourierHabits, Delivery, Sender } from './delivery';
export { plainManners, WebhookDispatcher } from './dispatcher';
export type { WebhookManners, WebhookMode } from './dispatcher';
export type { Destination } from './post-signed';
export { orderEvent } from './order-event';
export type { OrderEvent } from './order-event';
