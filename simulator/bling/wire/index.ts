export { contactDetail, contactRow, contactTypes, customerType } from './contact';
export { invoiceDetail, invoiceHead, invoiceRow } from './invoice';
export { reais } from './money';
export { orderDetail, orderRow, situationRef } from './order';
