/** Zones of Brazil by the name people know them by. */
const BRAZILIAN: Readonly<Record<string, string>> = {
  'America/Sao_Paulo': 'Brasília (São Paulo)',
  'America/Araguaina': 'Tocantins',
  'America/Bahia': 'Bahia',
  'America/Belem': 'Pará, leste, e Amapá',
  'America/Boa_Vista': 'Roraima',
  'America/Campo_Grande': 'Mato Grosso do Sul',
  'America/Cuiaba': 'Mato Grosso',
  'America/Eirunepe': 'Amazonas, oeste',
  'America/Fortaleza': 'Ceará, Maranhão, Paraíba, Piauí e Rio Grande do Norte',
  'America/Maceio': 'Alagoas e Sergipe',
  'America/Manaus': 'Amazonas',
  'America/Noronha': 'Fernando de Noronha',
  'America/Porto_Velho': 'Rondônia',
  'America/Recife': 'Pernambuco',
  'America/Rio_Branco': 'Acre',
  'America/Santarem': 'Pará, oeste',
};

/** A zone as people know it. */
export function zoneName(zone: string): string {
  return BRAZILIAN[zone] ?? zone;
}

/** What a store's zone can be: those of Brazil, and the one it has. */
export function zoneChoices(current: string): { value: string; label: string }[] {
  const known = Object.keys(BRAZILIAN);
  const zones = known.includes(current) ? known : [...known, current];
  return zones.map((zone) => ({ value: zone, label: zoneName(zone) }));
}
