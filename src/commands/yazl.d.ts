/** The part of yazl that we use; the package carries no types. */
declare module 'yazl' {
  import type { Readable } from 'node:stream'
  export class ZipFile {
    outputStream: Readable
    addBuffer(buffer: Buffer, path: string, options?: { mtime?: Date; mode?: number }): void
    end(): void
  }
}
