export { importModel, importRowsModel } from './import-model';
export type {
  FileColumn,
  ImportedCustomer,
  ImportedSale,
  ImportEnd,
  ImportKind,
  RowError,
  SaleStatusColumn,
} from './import-model';
export { createImports } from './imports';
export type { ChunkOutcome, FileImport, FileImportSummary, ImportChunk, Imports, NewImport } from './imports';
