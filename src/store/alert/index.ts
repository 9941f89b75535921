export { ALERT_KINDS, alertModel } from './alert-model';
export { createAlerts } from './alerts';
export type { Alert, Alerts, AlertSubject } from './alerts';
