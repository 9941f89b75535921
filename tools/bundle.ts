/**
 * Bundles the workflow code into one file, so that workers start at once and all run the very same code.
 * The file to write is the first argument; default: where the worker beside this program looks for it.
 */
import { BUNDLE_FILE, buildWorkflowBundle } from '../src/workflow-bundle';
import { runTool } from './processes';

async function main(): Promise<number> {
  await buildWorkflowBundle(process.argv[2] ?? BUNDLE_FILE);
  return 0;
}

runTool(main);
