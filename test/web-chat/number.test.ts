import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { numberAddress, splitNumber } from '../../src/web/chat/help/number.ts'

test('an option after a number is read, never dialled', () => {
  expect(numberAddress('111, option 2', 'call')).toBe('tel:111')
  expect(splitNumber('111, option 2')).toEqual({ dialled: '111', rest: ', option 2' })
})

test('spaces are for reading', () => {
  expect(numberAddress('0800 1111', 'call')).toBe('tel:08001111')
  expect(numberAddress('85258', 'text')).toBe('sms:85258')
})

test('every number in content can be rung or texted as it stands', () => {
  const { helplines } = parse(readFileSync('content/services.yaml', 'utf8')) as {
    helplines: { number: string; then?: string }[]
  }
  expect(helplines.length).toBeGreaterThan(4)
  for (const { number, then } of helplines) {
    const shown = then ? `${number}, ${then}` : number
    expect(numberAddress(shown, 'call')).toBe(`tel:${number.replaceAll(' ', '')}`)
  }
})
