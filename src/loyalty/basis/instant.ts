/** A point in time: epoch milliseconds, UTC. ISO 8601 strings exist only at the edges (JSON, Temporal, MongoDB dates). */
export type Instant = number;

/** A calendar date in some store's zone, `YYYY-MM-DD`. It means nothing without that zone. */
export type LocalDate = string;

/** An IANA time zone name, such as `America/Sao_Paulo`. */
export type Zone = string;
