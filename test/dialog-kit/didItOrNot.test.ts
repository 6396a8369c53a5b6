import { didItOrNot } from '../../src/dialog-kit/didItOrNot.ts'

describe('whether somebody did what they planned, as they type it', () => {
  it.each(['didnt do it', "I didn't do it yet", 'havent', 'did not', "no i didn't do any of it", 'never did it'])(
    '"%s" is not yet',
    (text) => {
      expect(didItOrNot(text)).toBe('not-yet')
    },
  )
  it.each(['i did it', 'Did it!', 'yeah i did', 'done it'])('"%s" is done', (text) => {
    expect(didItOrNot(text)).toBe('done')
  })
  it.each(['i didnt want to', 'did a bit', "didn't do it all", 'not sure', 'i did something to myself', ''])(
    '"%s" is neither',
    (text) => {
      expect(didItOrNot(text)).toBeUndefined()
    },
  )
})
