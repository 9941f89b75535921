import { RetornoToolError } from './tool-error';

/**
 * Runs a command-line tool and ends this process with the exit code it gives. Errors a person can act on are
 * shown as they are and end in their own code, anything else with its stack trace in code 1.
 */
export function runTool(main: () => Promise<number>): void {
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      const known = error instanceof RetornoToolError;
      console.error(known ? `\n${error.message}` : error);
      process.exit(known ? error.exitCode : 1);
    },
  );
}
