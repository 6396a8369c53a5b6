import os from 'node:os'
import type { OutboxRate } from './outboxRate.ts'
import type { Cell } from './measureCell.ts'

/** Everything one run has measured. */
export interface Report {
  cells: ({ bot: string; door: string; conversations: number } & Cell)[]
  /** Entries a second that the outbox carries. */
  outbox: OutboxRate[]
  starts: { bot: string; firstMs?: number; againMs: number; restedMb: number | undefined; peakMb: number | undefined }[]
}

const shownDoor: Record<string, string> = {
  directline: 'Direct Line, WebSocket',
  connector: '/api/messages, connector',
  expectReplies: '/api/messages, expectReplies',
  POST: 'POST + JSON',
}

const table = (rows: string[][]): string => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) => row.map((cell, n) => (n < 2 ? cell.padEnd(widths[n]!) : cell.padStart(widths[n]!))).join('  '))
    .join('\n')
}

/** The plain bot has no WebSocket of its own; its pushed replies are what Direct Line is compared with. */
const counterpart = (door: string): string => (door === 'directline' ? 'connector' : door)

/** Prints the tables. Ratios compare the same number of conversations in the same run. */
export function printReport({ cells, starts, outbox }: Report): void {
  const rate = (bot: string, door: string, conversations: number) =>
    cells.find((c) => c.bot === bot && c.door === door && c.conversations === conversations)?.turnsPerSecond
  const ratio = (cell: Report['cells'][number], bot: string) => {
    const other = cell.bot.startsWith('ours') ? rate(bot, counterpart(cell.door), cell.conversations) : undefined
    return other === undefined ? '' : (cell.turnsPerSecond / other).toFixed(2)
  }
  console.log(
    `\n${os.cpus().length} processors (${os.cpus()[0]?.model.trim()}), Node ${process.versions.node}, driver, connector, case record and PostgreSQL on the same machine, load ${os.loadavg()[0]!.toFixed(1)}\n`,
  )
  for (const { engine, entries, perSecond } of outbox)
    console.log(`outbox on ${engine}: ${perSecond.toFixed(0)} entries a second, ${entries} entries, each case in order`)
  if (cells.length === 0) return
  console.log(
    table([
      [
        '',
        'door',
        'conversations',
        'turns/s',
        'p50 ms',
        'p99 ms',
        'processor ms/turn',
        '÷ plain',
        '÷ plain, text only',
      ],
      ...cells.map((cell) => [
        cell.bot,
        shownDoor[cell.door] ?? cell.door,
        String(cell.conversations),
        cell.turnsPerSecond.toFixed(0),
        cell.p50.toFixed(1),
        cell.p99.toFixed(1),
        cell.processorMs?.toFixed(2) ?? '',
        ratio(cell, 'plain bot'),
        ratio(cell, 'plain bot, text only'),
      ]),
    ]),
  )
  console.log(
    '\nDirect Line is compared with the plain bot by connector call: both push. Processor time is that of the server process alone.',
  )
  const ms = (value: number | undefined) => (value === undefined ? '' : `${(value / 1000).toFixed(1)} s`)
  const mb = (value: number | undefined) => (value === undefined ? '' : `${value.toFixed(0)} MB`)
  console.log(
    `\n${table([['', '', 'first start', 'start on data', 'memory after start', 'most under load'], ...starts.map((s) => [s.bot, '', ms(s.firstMs), ms(s.againMs), mb(s.restedMb), mb(s.peakMb)])])}\n`,
  )
}
