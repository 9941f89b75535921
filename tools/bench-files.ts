/**
 * `npm run bench:files`: reads hostile and ordinary files of 10 MB as the API does, and says how long anything else in the
 * process had to wait meanwhile. The exit code is 1 where one turn of the event loop was more than
 * 100 ms of work; the clock also counts what a busy machine does beside.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { readImportFile } from '../src/api';
import { runTool } from './processes';

const BYTES = 10 * 1024 * 1024;
const MOST_MS = 100;
const HEADER = 'Pedido;Data;Total;CPF;Nome;Situação\n';
const PHONES = 'Pedido;Data;Total;Celular\n';
const ABOUT = {
  kind: 'sales',
  zone: 'America/Sao_Paulo',
  now: Date.now(),
  columns: [],
  statuses: [],
} as const;

function filled(start: string, piece: string): Buffer {
  const bytes = Buffer.alloc(BYTES, piece);
  bytes.write(start);
  return bytes;
}

/** Almost as many rows as a file may have. */
function rows(row: (index: number) => string): Buffer {
  const lines = Array.from({ length: 49_000 }, (_, index) => row(index));
  return Buffer.from(HEADER + lines.join('\n')).subarray(0, BYTES);
}

const FILES: [string, () => Buffer][] = [
  ['49,000 good sales', () => rows((n) => `A${n};03/11/2025;10,00;529.982.247-25;Maria Exemplo;Pago`)],
  [
    '49,000 rows, each wrong',
    () => rows((n) => `A${n};ontem;dez;123;=HYPERLINK("x")${'x'.repeat(150)};Pago`),
  ],
  [
    'cells of 3,500 phones that nobody has',
    () => {
      const phones = '(23) 98765-4321 / '.repeat(3_500);
      return Buffer.from(
        PHONES + Array.from({ length: 160 }, (_, n) => `A${n};03/11/2025;10,00;${phones}`).join('\n'),
      );
    },
  ],
  [
    'rows of 20 cells, each with all the phones that fit',
    () => {
      const cell = `${'(23) 98765-4321/'.repeat(7)}(11) 98765-4321/`;
      const titles = Array.from({ length: 20 }, (_, n) => (n < 10 ? 'Celular' : 'Telefone')).join(';');
      const row = Array.from({ length: 20 }, () => cell.repeat(7)).join(';');
      return Buffer.from(
        `Pedido;Data;Total;${titles}\n` +
          Array.from({ length: 500 }, (_, n) => `A${n};03/11/2025;10,00;${row}`).join('\n'),
      );
    },
  ],
  ['a cell whose quotes never close', () => filled(`${HEADER}"`, 'x')],
  ['quoted lines without end', () => filled(`${HEADER}"`, 'x\n')],
  ['quotes in quotes', () => filled(HEADER, '"')],
  ['a million columns', () => filled('Pedido;Data;Total', ';')],
  ['empty lines', () => filled(HEADER, '\n')],
  ['empty cells', () => filled(HEADER, ';;;;;\n')],
  ['NUL bytes', () => filled(HEADER, '\0')],
  [
    'UTF-16',
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('á;'.repeat(BYTES / 4), 'utf16le')]),
  ],
];

/** What the event loop had to wait for at most: by the clock, and by the work of this process alone. */
interface Waits {
  clockMs: number;
  cpuMs: number;
}

/** Watches every turn of the event loop until told to stop. */
function watchTurns(): () => Waits {
  const waits: Waits = { clockMs: 0, cpuMs: 0 };
  let going = true;
  let [clock, cpu] = [performance.now(), process.cpuUsage()];
  const look = (): void => {
    const used = process.cpuUsage(cpu);
    waits.clockMs = Math.max(waits.clockMs, performance.now() - clock);
    waits.cpuMs = Math.max(waits.cpuMs, (used.user + used.system) / 1_000);
    [clock, cpu] = [performance.now(), process.cpuUsage()];
    if (going) setImmediate(look);
  };
  setImmediate(look);
  return () => {
    going = false;
    return waits;
  };
}

async function main(): Promise<number> {
  let worst = 0;
  // The first row of a process loads what reads telephone numbers and compiles schemas: once, whoever comes first.
  await readImportFile(
    rows((n) => `A${n};03/11/2025;10,00;529.982.247-25;Maria Exemplo;Pago`).subarray(0, 5_000),
    ABOUT,
  );
  for (const [name, make] of FILES) {
    const bytes = make();
    await delay(50);
    const stop = watchTurns();
    const begun = performance.now();
    const outcome = await readImportFile(bytes, ABOUT).then(
      ({ total, failed }) => `${total} rows, ${failed} refused`,
      () => 'refused',
    );
    const took = performance.now() - begun;
    await new Promise((done) => setImmediate(done));
    const { clockMs, cpuMs } = stop();
    worst = Math.max(worst, cpuMs);
    const figures = [cpuMs, clockMs, took].map((ms) => ms.toFixed(0).padStart(6));
    console.log(`${figures.join(' ')}  ${name}: ${outcome}`);
  }
  console.log(
    `Columns: longest turn by work, by the clock, whole file (ms). Longest of all: ${worst.toFixed(0)} ms of work.`,
  );
  return worst > MOST_MS ? 1 : 0;
}

runTool(main);
