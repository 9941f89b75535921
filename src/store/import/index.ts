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
export { contactImportModel, contactImportTurnModel } from './contact-import-model';
export type {
  ContactImportCause,
  ContactImportCounts,
  ContactImportPhase,
  ContactImportWait,
  OrderHistory,
  PendingDetail,
} from './contact-import-model';
export { createContactImports } from './contact-imports';
export { estimatedTotal, ratePerMinute, workedUntil } from './import-pace';
export type { ContactImport, ContactImports, ContactImportStep, NewContactImport } from './contact-imports';
