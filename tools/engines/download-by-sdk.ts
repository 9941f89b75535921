/**
 * Run as a process of its own by downloadInto: FOLDER, then `cli` or `test-server`, then the version.
 * The SDK has no call that only downloads: it downloads into the folder, starts the server to see that it
 * runs, and stops it again.
 */
import { TestWorkflowEnvironment } from '@temporalio/testing';

async function main([folder, artifact, version]: string[]): Promise<void> {
  const server = {
    executable: { type: 'cached-download', downloadDir: folder, version: `v${version}`, ttl: '100 years' },
  } as const;
  const environment =
    artifact === 'cli'
      ? await TestWorkflowEnvironment.createLocal({ server })
      : await TestWorkflowEnvironment.createTimeSkipping({ server });
  await environment.teardown();
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
