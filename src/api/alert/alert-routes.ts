import type { AppDeps, Route } from '../http';
import { endpoint, placeAfter, readPlace } from '../http';
import { alertExample, alertListSchema, alertQuerySchema } from './alert-schema';
import { alertView } from './alert-view';

/** What the merchant’s people have to look into. */
export function alertRoutes(deps: AppDeps): Route[] {
  return [
    endpoint(deps, {
      method: 'get',
      path: '/v1/alerts',
      permission: 'alert',
      tag: 'Alerts',
      summary: 'What has to be looked into, newest first',
      description:
        'An alert is raised once, refreshed while what it tells of lasts, and resolved by itself when it is over. ' +
        '`ledger_misfit`: the scheduled proof found a ledger that does not hold. ' +
        '`step_defect`: a step met a defect of the program and stopped, with nothing done. ' +
        '`record_missing`: a step did not find what it is about, as after a restore of an older backup. ' +
        '`step_stuck`: a step has failed ten times or more and is still being tried. ' +
        '`clock_skew`: the clock of a server is wrong by more than a minute, and it moves no value until that is put right. ' +
        '`bling_silent`: the calls to a company of Bling have had no answer for a minute or more; its sales wait. ' +
        '`bling_refused`: Bling refuses to tell of the sales of a connection, which are parked until it is authorised again. ' +
        '`bling_app_refused`: Bling does not take the id and secret of the installation’s app; no company has to be authorised again. ' +
        '`webhooks_silent`: Bling’s list of orders shows changes of which no event has told, and there was none for three times the usual gap. ' +
        '`connection_stopped`: a connection was paused or disconnected by the merchant’s people, and its orders are not read. ' +
        '`connection_behind`: comparisons of a connection with Bling’s list of orders have not come to their end for long, or its run fails each time. ' +
        '`queue_unattended`: no worker has served one of the queues for two minutes, and what is asked of it waits. ' +
        '`sender_paused`: the provider refuses whatever is sent to customers by a channel until somebody acts; messages wait, and one tries from time to time. ' +
        '`template_paused`: the same of one WhatsApp template.',
      query: alertQuerySchema,
      reply: {
        description: 'A page of alerts',
        schema: alertListSchema,
        example: { data: [alertExample], next: null },
      },
      async answer({ merchantId, query: { state, limit, before } }) {
        const page = { state, limit, ...(before === undefined ? {} : readPlace(before)) };
        const alerts = await deps.store.alerts.list(merchantId, page);
        return { data: alerts.map(alertView), next: placeAfter(alerts, limit, ({ raisedAt }) => raisedAt) };
      },
    }),
  ];
}
