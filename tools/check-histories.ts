/**
 * `npm run history:check`: recorded histories are never changed nor taken away, because runs of their time may be alive for months.
 * Looks at the files by the manifest, and at the manifest by its past in git.
 */
import { relative } from 'node:path';
import { gitRecord, HISTORIES, manifestProblems } from './histories';
import { PROJECT_ROOT } from './local-settings';
import { runTool } from './processes';

async function main(): Promise<number> {
  const folder = relative(PROJECT_ROOT, HISTORIES);
  const { problems: past, unseen } = await gitRecord(HISTORIES);
  const problems = [...(await manifestProblems(HISTORIES)), ...past];
  if (unseen !== null) console.log(`The past of ${folder} was not looked at in full: ${unseen}.`);
  if (problems.length === 0) {
    console.log(`The recorded histories in ${folder} are as they were recorded.`);
    return 0;
  }
  console.error(`Recorded histories in ${folder} are not as they were recorded:`);
  for (const problem of problems) console.error(`  ${problem}`);
  console.error(
    'Runs of their time may be alive. Leave every recorded history as it is, and add a new one: npm run history:record. If replay\n' +
      'fails, the workflow code has to keep the old way under `patched` (docs/architecture.md, Changing workflow code). A history whose\n' +
      'time no run can be of any more is retired: put `# retired ` before its line in the manifest, and `: why` after it.',
  );
  return 1;
}

runTool(main);
