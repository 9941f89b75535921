export { contactDetail, contactRow, contactTypes, customerType } from './contact';
export { reais } from './money';
export { orderDetail, orderRow, situationRef } from './order';
