export { contactDetail, contactRow } from './contact';
export { reais } from './money';
export { orderDetail, orderRow, situationRef } from './order';
