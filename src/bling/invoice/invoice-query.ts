import type { Instant } from '../../loyalty';
import { brasiliaText } from '../http';

/** Which NFC-e: those issued in a period. Bling tells of no date of change. */
export interface IssuedPeriod {
  issuedFrom: Instant;
  issuedTo: Instant;
}

/** The query parameters of a period, in Brasília time. */
export function invoiceQuery({ issuedFrom, issuedTo }: IssuedPeriod): Record<string, string> {
  return { dataEmissaoInicial: brasiliaText(issuedFrom), dataEmissaoFinal: brasiliaText(issuedTo) };
}
