/** The instant of an ISO 8601 text with an offset, so that a table shows both the local time and the instant. */
export function at(iso: string): number {
  return Date.parse(iso);
}

/** The other way, to compare instants as texts a person can read. */
export function iso(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}

/** Zones whose clocks do everything a clock can do. */
export const DIFFICULT_ZONES = [
  'America/Sao_Paulo',
  'America/Noronha',
  'America/Havana',
  'America/Asuncion',
  'America/Santiago',
  'America/St_Johns',
  'America/New_York',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Atlantic/Azores',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Antarctica/Troll',
  'UTC',
];
