import { Listr } from 'listr2';
import { elapsedAgainst, spokenDuration } from './elapsed';
import { StepState } from './reporter';
import type { Reporter } from './reporter';

/** One of several things done at the same time. */
export interface Step {
  readonly title: string;
  /** Does it; gives a few words on how it went, shown after the title. */
  run(report: Reporter): Promise<string>;
}

/** Where plain lines go, and how often a running step says that it is still running. */
export interface PlainOutput {
  readonly print: (line: string) => void;
  readonly everyMs: number;
}

const PLAIN_EVERY_MS = 15_000;

/**
 * Runs the steps side by side and shows their progress: live on a terminal; as plain lines, one every 15
 * seconds and step, where nobody watches (CI, a pipe).
 *
 * @throws the first error of a step, after every step has ended
 */
export async function runSteps(steps: readonly Step[], env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const live = process.stdout.isTTY && !env.CI;
  if (live) await runLive(steps);
  else await runPlainly(steps, { print: (line) => console.log(line), everyMs: PLAIN_EVERY_MS });
}

async function runLive(steps: readonly Step[]): Promise<void> {
  const failures: unknown[] = [];
  const tasks = new Listr(
    steps.map((step) => ({
      title: step.title,
      task: async (_context, task): Promise<void> => {
        const state = new StepState(Date.now);
        const refresh = setInterval(() => {
          task.output = [`${state.what} (${elapsedAgainst(state.tryingMs(), state.usualMs)})`, state.lastLine]
            .filter(Boolean)
            .join(' · ');
        }, 500);
        try {
          const outcome = await step.run(state);
          task.title = [`${step.title}: ${outcome}`, ...state.notes].join('\n');
        } catch (error) {
          failures.push(error);
          throw error;
        } finally {
          clearInterval(refresh);
        }
      },
    })),
    {
      concurrent: true,
      exitOnError: false,
      rendererOptions: { showErrorMessage: false, collapseErrors: false },
    },
  );
  await tasks.run();
  if (failures.length > 0) throw failures[0];
}

/** The form for logs: every line stands by itself. */
export async function runPlainly(steps: readonly Step[], output: PlainOutput): Promise<void> {
  const results = await Promise.allSettled(steps.map((step) => runOnePlainly(step, output)));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function runOnePlainly(step: Step, { print, everyMs }: PlainOutput): Promise<void> {
  const state = new StepState(Date.now, (text) => print(`${step.title}: ${text}`));
  const beat = setInterval(() => {
    const line = state.lastLine && ` · ${state.lastLine}`;
    print(`${step.title}: ${state.what}, ${elapsedAgainst(state.tryingMs(), state.usualMs)}${line}`);
  }, everyMs);
  try {
    const outcome = await step.run(state);
    print(`${step.title}: ${outcome} (${spokenDuration(state.totalMs())})`);
  } catch (error) {
    print(`${step.title}: failed after ${spokenDuration(state.totalMs())}`);
    throw error;
  } finally {
    clearInterval(beat);
  }
}
