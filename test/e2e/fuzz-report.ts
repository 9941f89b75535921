import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** What became of a run of the fuzzer. */
export interface FuzzReport {
  /** Calls that were answered, by operation (`GET /v1/sales`) and by whether they were meant to be right. */
  calls: Map<string, { positive: number; negative: number; accepted: number }>;
  /** What does not hold: operation, request, answer and reason. */
  deviations: string[];
}

/** The parts of Schemathesis' events that are read (`--report-ndjson-path`). */
interface Event {
  ScenarioFinished?: { recorder: Recorder };
  NonFatalError?: { label: string; value: { message: string } };
  FatalError?: object;
}

interface Recorder {
  label: string;
  cases?: Record<string, { value: { body?: unknown; meta?: { generation?: { mode?: string } } } }>;
  checks?: Record<string, Check[]>;
  interactions?: Record<string, Interaction>;
}

interface Check {
  name: string;
  status: string;
  failure_info?: { failure: { message: string } };
}

interface Interaction {
  request: { method: string; uri: string };
  response: { status_code: number; content?: { $base64?: string } | string | null } | null;
}

const LONGEST = 1_500;

/** Reads the events of a run, one a line. */
export async function readFuzzReport(file: string): Promise<FuzzReport> {
  const report: FuzzReport = { calls: new Map(), deviations: [] };
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { ScenarioFinished: finished, NonFatalError: error, FatalError: fatal } = JSON.parse(line) as Event;
    if (finished) addScenario(report, finished.recorder);
    if (error) report.deviations.push(`${error.label} could not be fuzzed: ${error.value.message}`);
    if (fatal) report.deviations.push(`The fuzzer gave up: ${JSON.stringify(fatal)}`);
  }
  return report;
}

function addScenario(report: FuzzReport, recorder: Recorder): void {
  const { label, cases = {}, checks = {}, interactions = {} } = recorder;
  const calls = report.calls.get(label) ?? { positive: 0, negative: 0, accepted: 0 };
  report.calls.set(label, calls);
  for (const [id, { response }] of Object.entries(interactions)) {
    const negative = cases[id]?.value.meta?.generation?.mode === 'negative';
    calls[negative ? 'negative' : 'positive'] += 1;
    if (!negative && response && response.status_code < 300) calls.accepted += 1;
  }
  for (const [id, made] of Object.entries(checks))
    for (const { name, failure_info: info } of made.filter(({ status }) => status === 'failure'))
      report.deviations.push(
        [
          `${label}: ${name}`,
          `  ${info?.failure.message.replaceAll('\n', '\n  ') ?? ''}`,
          `  ${asked(interactions[id], cases[id]?.value.body)}`,
          `  ${answered(interactions[id])}`,
        ].join('\n'),
      );
}

function asked(interaction: Interaction | undefined, body: unknown): string {
  const { method = '', uri = '' } = interaction?.request ?? {};
  return `${method} ${uri} ${body === undefined || body === null ? '' : JSON.stringify(body).slice(0, LONGEST)}`;
}

function answered(interaction: Interaction | undefined): string {
  const { status_code: status, content } = interaction?.response ?? {};
  const bytes = typeof content === 'object' ? Buffer.from(content?.$base64 ?? '', 'base64') : (content ?? '');
  return `→ ${status ?? 'no answer'} ${bytes.toString().slice(0, LONGEST)}`;
}
