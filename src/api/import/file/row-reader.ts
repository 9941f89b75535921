import type { z } from 'zod';
import type { RowError } from '../../../store';
import { soundText } from '../../../text';
import { fieldErrors, inputIssueText } from '../../http';
import type { Cell } from './cell';
import type { Columns } from './columns';
import type { FileRow } from './file-rows';

const UNSOUND =
  'Este texto tem um caractere de controle, um caractere pela metade ou acentos empilhados sobre uma letra, e assim não pode ser guardado. Retire o caractere.';

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

  /** What the first filled cell says; undefined where all are empty or it cannot be read. */
  read<T>(field: Field, reading: (text: string) => Cell<T>): T | undefined {
    return this.readAll(field, reading)[0];
  }

  /** What each cell of a field says that has several columns; empty ones and those that cannot be read are left out. */
  readAll<T>(field: Field, reading: (text: string) => Cell<T>): NonNullable<T>[] {
    return this.columns.cells(this.row, field).flatMap((text) => {
      const sound = soundText(text);
      const cell = sound === null ? { problem: UNSOUND } : reading(sound);
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
