import type pg from 'pg'

/** Anything that runs SQL: the pool, or the client of a transaction. */
export interface Queryable {
  query<Row extends pg.QueryResultRow = pg.QueryResultRow>(
    text: string,
    values?: unknown[],
  ): Promise<pg.QueryResult<Row>>
}

/**
 * The one database, embedded (PGlite, one connection) or a PostgreSQL server.
 * Inside `transaction` use only the client handed in: on the embedded database `query` would wait for it for ever.
 * Never hold a transaction open across an HTTP call.
 */
export interface Database extends Queryable {
  readonly kind: 'embedded' | 'postgres'
  transaction<T>(work: (client: Queryable) => Promise<T>): Promise<T>
  /** Tells every process, this one included, that something happened: conversation ids, escalation ids; never words. */
  publish(channel: Channel, payload: string): Promise<void>
  /** Returns the function that stops listening. Messages may be lost while a connection is down: a listener also looks now and then. */
  subscribe(channel: Channel, listener: (payload: string) => void): () => void
  close(): Promise<void>
}

/** `activities`: a conversation has new ones; `escalations`: one changed; `staff`: something the staff page shows changed. */
export type Channel = 'activities' | 'escalations' | 'staff'
export const CHANNELS: readonly Channel[] = ['activities', 'escalations', 'staff']
