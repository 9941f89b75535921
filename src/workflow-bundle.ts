import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';

/** Where a build puts the bundle, in the folder of the compiled code. */
export const BUNDLE_FILE = join(__dirname, '..', 'workflow-bundle.js');

/** Bundles every workflow into one file, as workers run it; written whole or not at all. */
export async function buildWorkflowBundle(outFile: string): Promise<void> {
  const entry = join(__dirname, 'workflows', 'bundle');
  const workflowsPath = existsSync(`${entry}.js`) ? `${entry}.js` : `${entry}.ts`;
  const { code } = await bundleWorkflowCode({ workflowsPath });
  await mkdir(dirname(outFile), { recursive: true });
  const half = `${outFile}.${process.pid}`;
  await writeFile(half, code);
  await rename(half, outFile);
}
