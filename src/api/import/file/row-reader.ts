import type { z } from 'zod';
import type { RowError } from '../../../store';
import { soundText } from '../../../text';
import { fieldErrors, inputIssueText } from '../../http';
import type { Cell } from './cell';
import type { Columns } from './columns';
import type { FileRow } from './file-rows';

const UNSOUND =
  'Este texto tem um caractere de controle, um caractere pela metade ou acentos empilhados sobre uma letra, e assim não pode ser guardado. Retire o caractere.';

/** Longer than anything that a cell is read for. */
const LONGEST_CELL = 1_000;
const TOO_LONG =
  'Este texto é longo demais para esta coluna. Confira se as aspas da linha abrem e fecham no lugar certo, e encurte o texto.';
/** So many columns of one field are read in a row: nobody has more phones or addresses. */
const MOST_CELLS = 10;
const TOO_MANY =
  'Há mais de 10 colunas preenchidas com a mesma informação. Deixe até 10 por linha e envie de novo.';

/** Reads one row cell by cell, and gathers what is wrong with it. */
export class RowReader<Field extends string> {
  readonly errors: RowError[] = [];

  constructor(
    private readonly row: FileRow,
    private readonly columns: Columns<Field>,
  ) {
    const beyond = row.cells.slice(columns.width).some((cell) => cell !== '');
    if (beyond)
      this.refuse(
        'linha',
        'Esta linha tem mais colunas do que a primeira. Ponha entre aspas os valores que contêm o separador.',
      );
  }

  /**
   * What the first filled cell says; undefined where all are empty or it cannot be read.
   * @param longest characters of a cell; a longer one is refused, and not read at all
   */
  read<T>(field: Field, reading: (text: string) => Cell<T>, longest = LONGEST_CELL): T | undefined {
    return this.readAll(field, reading, longest)[0];
  }

  /** What each cell of a field says that has several columns; empty ones and those that cannot be read are left out. */
  readAll<T>(field: Field, reading: (text: string) => Cell<T>, longest = LONGEST_CELL): NonNullable<T>[] {
    const filled = this.columns.cells(this.row, field).filter((text) => text !== '');
    if (filled.length > MOST_CELLS) this.refuse(this.columns.header(field), TOO_MANY);
    return filled.slice(0, MOST_CELLS).flatMap((text) => {
      const cell = readCell(text, reading, longest);
      if ('problem' in cell) this.refuse(this.columns.header(field), cell.problem);
      return 'value' in cell && cell.value != null ? [cell.value] : [];
    });
  }

  /** The row as its schema has it; null where anything is wrong with it. */
  parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> | null {
    if (this.errors.length > 0) return null;
    const result = schema.safeParse(input, { error: inputIssueText });
    if (result.success) return result.data;
    for (const { field, message } of result.error.issues.flatMap(fieldErrors))
      this.refuse(this.columns.header(field), message);
    return null;
  }

  /** Says what is wrong with a field, once. @param message pt-BR, without any value of the row */
  refuse(field: string, message: string): void {
    if (this.errors.some((error) => error.field === field)) return;
    this.errors.push({ row: this.row.row, field, message });
  }
}

function readCell<T>(text: string, reading: (text: string) => Cell<T>, longest: number): Cell<T> {
  if (text.length > longest) return { problem: TOO_LONG };
  const sound = soundText(text);
  return sound === null ? { problem: UNSOUND } : reading(sound);
}
