import { ApplicationFailure } from '@temporalio/common';
import { aGate } from './stage';
import type { Run, Script, Stage } from './stage';

/** Starts a run. */
export async function begun(
  stage: Stage,
  workflow: string,
  name: string,
  input: object,
  script: Script,
): Promise<Run> {
  const workflowId = `${workflow}/${stage.merchantId}/${name}`;
  stage.script(workflowId, script);
  return stage.client.workflow.start(workflow, { workflowId, taskQueue: stage.taskQueue, args: [input] });
}

/** Starts a run and sees it to its end. */
export async function ended(...begin: Parameters<typeof begun>): Promise<{ run: Run }> {
  const run = await begun(...begin);
  await begin[0].ends(run);
  return { run };
}

/** Sees a run and those it continues as to their end; the last of them is the one to be recorded. */
export async function wentOn(...begin: Parameters<typeof begun>): Promise<{ run: Run; runId: string }> {
  const { run } = await ended(...begin);
  const { runId } = await begin[0].client.workflow.getHandle(run.workflowId).describe();
  return { run, runId };
}

/** Starts a run, cancels it while its first step is under way, and sees it to its end. */
export async function cancelled(
  stage: Stage,
  workflow: string,
  name: string,
  input: object,
  script: (hold: () => Promise<never>) => Script,
): Promise<{ run: Run }> {
  const gate = aGate();
  const run = await begun(
    stage,
    workflow,
    name,
    input,
    script(() => gate.hold().then(() => never())),
  );
  await gate.reached;
  await stage.client.workflow.getHandle(run.workflowId).cancel();
  await stage.ends(run);
  gate.open();
  return { run };
}

function never(): never {
  throw ApplicationFailure.nonRetryable('It was not waited for.', 'Late');
}

/** A step that fails for good. */
export function failing(): never {
  throw ApplicationFailure.nonRetryable('It does not work.', 'Broken');
}
