import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { PROJECT_ROOT } from '../../tools/local-settings';
import type { RecordedHistory } from './recorded';

/** A change of the workflows' source: exactly one place in one file. */
export interface Change {
  /** In `src/workflows`. */
  file: string;
  /** What stands there; a regular expression where only its shape is certain. */
  find: string | RegExp;
  replace: string;
}

/**
 * The workflows bundled as workers run them, from a copy of their source with these changes made.
 * @throws Error where a change does not find its one place
 */
export async function bundleChanged(changes: readonly Change[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'retorno-changed-'));
  try {
    const source = join(folder, 'src', 'workflows');
    // With what the workflows import from beside them.
    await cp(join(PROJECT_ROOT, 'src'), join(folder, 'src'), { recursive: true });
    await symlink(join(PROJECT_ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
    for (const change of changes) await make(source, change);
    const { code } = await bundleWorkflowCode({
      workflowsPath: join(source, 'bundle.ts'),
      payloadConverterPath: join(source, 'payload-converter.ts'),
      logger: new DefaultLogger('ERROR'),
    });
    return code;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function make(source: string, { file, find, replace }: Change): Promise<void> {
  const path = join(source, file);
  const text = await readFile(path, 'utf8');
  const places = text.split(find).length - 1;
  if (places !== 1)
    throw new Error(
      `${file} has ${places} places like ${String(find)}, not one: the workflow was changed, so word this mutation anew.`,
    );
  await writeFile(
    path,
    text.replace(find, () => replace),
  );
}

/**
 * Replays histories with a bundle; answers the names of those that this code could not go on with.
 * @param most with so many found, no other is tried
 * @throws what else went wrong: a bundle that does not work at all proves nothing
 */
export async function notReplayed(
  code: string,
  histories: readonly RecordedHistory[],
  most = Infinity,
): Promise<string[]> {
  const replays = Worker.runReplayHistories(
    { workflowBundle: { code } },
    histories.map(({ name, history }) => ({ workflowId: name, history })),
  );
  const failed: string[] = [];
  for await (const { workflowId, error } of replays) {
    if (error instanceof DeterminismViolationError) failed.push(workflowId);
    else if (error) throw error;
    if (failed.length === most) break;
  }
  return failed;
}
