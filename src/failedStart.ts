import { InvalidInput } from './shared/errors.ts'

/** What people meet when something around the program is not as it should be, and what to do about each. */
const FAULTS: Record<string, (error: SystemFault) => string> = {
  EADDRINUSE: ({ address, port }) =>
    `Port ${port} on ${address} is taken by another program. Stop that one, or set PORT (or REFERENCE_RECORD_PORT) to a free port.`,
  EACCES: ({ path, port }) =>
    path === undefined
      ? `This program may not listen on port ${port}. Set PORT to one above 1023.`
      : `${path} cannot be written. Give this program the right to write there, or set DATA_DIR to another folder.`,
  EPERM: ({ path }) => `${path} cannot be written. Set DATA_DIR to another folder.`,
  EROFS: ({ path }) => `${path} is on a disk that cannot be written. Set DATA_DIR to another folder.`,
  ENOTDIR: ({ path }) =>
    `${path} cannot be a folder, because a file stands in its way. Set DATA_DIR to another folder.`,
  EEXIST: ({ path }) => `${path} is a file, not a folder. Set DATA_DIR to another folder.`,
  ENOSPC: () => 'There is no room left on the disk.',
  EADDRNOTAVAIL: ({ address }) => `${address} is no address of this machine. Set HOST to one that is.`,
  ECONNREFUSED: ({ address, port }) =>
    `No PostgreSQL server answers at ${address}:${port}. Start it, or check DATABASE_URL.`,
  ENOTFOUND: ({ hostname }) => `There is no machine called ${hostname}. Check DATABASE_URL.`,
  ETIMEDOUT: () => 'The PostgreSQL server does not answer in time. Check DATABASE_URL and the network.',
  '28P01': () => 'The PostgreSQL server refuses the name or password in DATABASE_URL.',
  '28000': () => 'The PostgreSQL server refuses the name in DATABASE_URL.',
  '3D000': () => 'The PostgreSQL server has no database of the name in DATABASE_URL. Create it first.',
  '42501': () => 'The name in DATABASE_URL may not create tables in this database. Give it that right.',
  '53300': () => 'The PostgreSQL server takes no more connections just now.',
  '57P03': () => 'The PostgreSQL server is still starting. Try again in a moment.',
}

interface SystemFault {
  code?: string
  address?: string
  port?: number
  path?: string
  hostname?: string
}

/**
 * Why the program could not start, in words for whoever starts it. Undefined where it is nothing that is met often: then
 * the error itself is shown. Never a password: nothing of an address is repeated but host and port.
 */
export function explainFailedStart(error: unknown): string | undefined {
  if (error instanceof InvalidInput) return error.message
  if (!(error instanceof Error)) return undefined
  // A name that stands for several addresses fails with one error for each of them.
  const fault = (error instanceof AggregateError ? error.errors[0] : error) as SystemFault
  return FAULTS[fault.code ?? '']?.(fault)
}
