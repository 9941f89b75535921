import { RetornoToolError } from './tool-error';

/**
 * Runs a command-line tool and ends this process with the exit code it gives. Errors a person can act on are
 * shown as they are, anything else with its stack trace; both end in code 1.
 */
export function runTool(main: () => Promise<number>): void {
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error instanceof RetornoToolError ? `\n${error.message}` : error);
      process.exit(1);
    },
  );
}
