import type { Zone } from '../../basis';

/** Brazil's zones as people there speak of them; each has the clock of the place it is named after. */
const BRAZILIAN: Readonly<Record<string, string>> = {
  'America/Sao_Paulo': 'o horário de Brasília',
  'America/Araguaina': 'o horário de Palmas',
  'America/Bahia': 'o horário de Salvador',
  'America/Belem': 'o horário de Belém',
  'America/Boa_Vista': 'o horário de Boa Vista',
  'America/Campo_Grande': 'o horário de Campo Grande',
  'America/Cuiaba': 'o horário de Cuiabá',
  'America/Eirunepe': 'o horário de Eirunepé',
  'America/Fortaleza': 'o horário de Fortaleza',
  'America/Maceio': 'o horário de Maceió',
  'America/Manaus': 'o horário de Manaus',
  'America/Noronha': 'o horário de Fernando de Noronha',
  'America/Porto_Velho': 'o horário de Porto Velho',
  'America/Recife': 'o horário do Recife',
  'America/Rio_Branco': 'o horário de Rio Branco',
  'America/Santarem': 'o horário de Santarém',
};

/** A zone with its article: `o horário de Brasília`; one outside Brazil by its own name: `o fuso horário Europe/Lisbon`. */
export function zoneWords(zone: Zone): string {
  return BRAZILIAN[zone] ?? `o fuso horário ${zone}`;
}
