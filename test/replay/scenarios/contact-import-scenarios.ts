import type { ContactImportProgress } from '../../../src/activities';
import { CONTACT_IMPORT_WORKFLOW, contactImportChanged } from '../../../src/workflows';
import { cancelled, ended, failing, wentOn } from './batch-run';
import { usually, whenFull } from './scenario';
import type { Scenario } from './scenario';
import { inTurn } from './stage';
import type { Run, Script, Stage } from './stage';

function progress(state: ContactImportProgress['state'], restMs = 0): ContactImportProgress {
  return {
    ...{ state, contacts: 100, created: 90, updated: 10, orders: 0, kept: 0, calls: 4 },
    ...{ restMs, details: 'Importação de exemplo' },
  };
}

const input = ({ merchantId }: Stage): object => ({ merchantId, importId: 'imp_example' });

const LONG_MS = 3_600_000;

/** Starts a run, tells it to look again once it has come to a fact, and sees it to its end. */
async function told(stage: Stage, name: string, script: Script, fact: string): Promise<{ run: Run }> {
  const workflowId = `${CONTACT_IMPORT_WORKFLOW}/${stage.merchantId}/${name}`;
  stage.script(workflowId, script);
  const run = await stage.client.workflow.start(CONTACT_IMPORT_WORKFLOW, {
    ...{ workflowId, taskQueue: stage.taskQueue, args: [input(stage)] },
  });
  await stage.reaches(run, fact);
  await stage.client.workflow.getHandle(workflowId).signal(contactImportChanged);
  await stage.ends(run);
  return { run };
}

/** Reads so often before it is done. */
function reading(times: number): Script {
  let asked = 0;
  return { readContacts: async () => progress((asked += 1) > times ? 'finished' : 'running') };
}

/** Imports of the people in a company of Bling. */
export const contactImportScenarios: readonly Scenario[] = [
  usually('contacts-are-read', (stage) =>
    ended(stage, CONTACT_IMPORT_WORKFLOW, 'done', input(stage), {
      readContacts: inTurn(
        () => progress('running'),
        () => progress('running', 1),
        () => progress('finished'),
      ),
    }),
  ),
  usually('contacts-are-read-on-when-told', (stage) =>
    told(
      stage,
      'told',
      {
        readContacts: inTurn(
          () => progress('running', LONG_MS),
          () => progress('finished'),
        ),
      },
      'timer "Esperar para continuar a leitura do Bling"',
    ),
  ),
  usually('contacts-are-paused-and-read-on', (stage) =>
    told(
      stage,
      'paused',
      {
        readContacts: inTurn(
          () => progress('paused'),
          () => progress('finished'),
        ),
      },
      'step readContacts',
    ),
  ),
  usually('contacts-fail', (stage) =>
    ended(stage, CONTACT_IMPORT_WORKFLOW, 'fails', input(stage), {
      readContacts: failing,
      endContactImport: async () => progress('failed'),
    }),
  ),
  usually('contacts-cancelled', (stage) =>
    cancelled(stage, CONTACT_IMPORT_WORKFLOW, 'cancelled', input(stage), (hold) => ({
      readContacts: hold,
      endContactImport: async () => progress('cancelled'),
    })),
  ),
  whenFull('contacts-continue-as-new', (stage) =>
    ended(stage, CONTACT_IMPORT_WORKFLOW, 'full', input(stage), reading(10)),
  ),
  whenFull('contacts-go-on', (stage) =>
    wentOn(stage, CONTACT_IMPORT_WORKFLOW, 'goes-on', input(stage), reading(10)),
  ),
];
