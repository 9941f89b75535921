import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFuzzReport } from './fuzz-report';
import type { FuzzReport } from './fuzz-report';
import type { Names } from './fuzz-shop';

const HOOKS = join(__dirname, '../../tools/schemathesis/hooks.py');

/** How many calls each operation gets beyond those that go through its fields one by one. */
const EXAMPLES = 6;
/** After this no further call is made: there are enough long before, where nothing else keeps the machine busy. */
const LONGEST_S = 210;

/** One run of the fuzzer. */
export interface FuzzRun {
  /** The program. */
  schemathesis: string;
  url: string;
  apiKey: string;
  names: Names;
  seed: number;
  /** For its settings and reports. */
  folder: string;
}

/** Calls every operation of the served document, rightly and wrongly, and gives what did not hold. */
export async function fuzz(run: FuzzRun): Promise<FuzzReport> {
  const { folder, url, seed } = run;
  const at = (name: string): string => join(folder, name);
  const [config, names, events, document] = [
    at('schemathesis.toml'),
    at('names.json'),
    at('events.ndjson'),
    at('openapi.json'),
  ];
  await writeFile(config, settings(run));
  // From a file, as the operation that serves the document is left out where it is read from there.
  await writeFile(document, await (await fetch(`${url}/openapi.json`)).text());
  await writeFile(names, JSON.stringify(run.names));
  const child = spawn(
    run.schemathesis,
    [
      ...['--config-file', config, 'run', document, '--url', url, '--seed', String(seed), '--no-color'],
      ...['--phases', 'examples,coverage,fuzzing', '--max-examples', String(EXAMPLES)],
      ...['--max-time', String(LONGEST_S), '--generation-database', 'none', '--suppress-health-check', 'all'],
      ...['--report-ndjson-path', events],
    ],
    {
      cwd: folder,
      env: {
        ...process.env,
        PYTHONDONTWRITEBYTECODE: '1',
        SCHEMATHESIS_HOOKS: HOOKS,
        FUZZ_NAMES: names,
      },
    },
  );
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  const report = await readFuzzReport(events).catch(() => null);
  // 1: something did not hold, which the report has word for word.
  if (!report || (code !== 0 && report.deviations.length === 0))
    throw new Error(`Schemathesis ended with code ${String(code)}:\n${said.slice(-4_000)}`);
  return report;
}

/** What else than an acceptance may be the answer to wrong data: every refusal the document has. */
const REFUSALS = ['400', '401', '403', '404', '405', '408', '409', '410', '413', '415', '422', '429', '431'];

/** What a key may is called with it; what only a person may, in the owner's session. */
function settings({ apiKey, names }: FuzzRun): string {
  return [
    '[auth.openapi.apiKey]',
    `bearer = ${JSON.stringify(apiKey)}`,
    '[auth.openapi.session]',
    `api_key = ${JSON.stringify(names.session)}`,
    '[checks.negative_data_rejection]',
    `expected-statuses = ${JSON.stringify(REFUSALS)}`,
  ].join('\n');
}
