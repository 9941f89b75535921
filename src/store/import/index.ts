export { importModel, importRowsModel } from './import-model';
export type {
  ImportedCustomer,
  ImportedSale,
  ImportEnd,
  ImportKind,
  RowError,
  SaleStatusColumn,
} from './import-model';
export { createImports } from './imports';
export type { ChunkOutcome, FileImport, ImportChunk, Imports, NewImport } from './imports';
