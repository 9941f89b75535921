/** Calls for what a merchant's ledger, sales and messages come to. */
export const FIGURES: readonly string[] = [
  ...['/v1/reports/liability', '/v1/reports/activity', '/v1/reports/activity?by=source'],
  ...['/v1/reports/returning', '/v1/reports/returning?by=source', '/v1/reports/liability?by=source'],
  ...['/v1/reports/movements?flow=takenBack', '/v1/reports/movements?flow=used&benefit=voucher'],
  ...['/v1/reports/lots', '/v1/reports/lots?month=2027-01&state=pending', '/v1/reports/lots?month=never'],
  ...['/v1/reports/messages', '/v1/reports/messages?from=2026-01-01&until=2026-03-31&backWithin=7'],
  ...['/v1/messages/previews', '/v1/messages/texts'],
];
