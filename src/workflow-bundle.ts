import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';

/** Where a build puts the bundle, in the folder of the compiled code. */
export const BUNDLE_FILE = join(__dirname, '..', 'workflow-bundle.js');

/** Bundles every workflow into one file, as workers run it; written whole or not at all. */
export async function buildWorkflowBundle(outFile: string): Promise<void> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: workflowFile('bundle'),
    payloadConverterPath: workflowFile('payload-converter'),
  });
  await mkdir(dirname(outFile), { recursive: true });
  const half = `${outFile}.${process.pid}`;
  await writeFile(half, code);
  await rename(half, outFile);
}

/** A file of the workflow code, compiled or not. */
function workflowFile(name: string): string {
  const path = join(__dirname, 'workflows', name);
  return existsSync(`${path}.js`) ? `${path}.js` : `${path}.ts`;
}
