import { asksForReassurance, saysQuiet, soundsLikeAWorry } from '../../src/worry/typedWorries.ts'

describe('what is typed about worries', () => {
  test.each([
    "are you sure it'll be ok?", 'are u sure', 'will it be ok', 'will i be alright??', 'is it going to be ok',
    'promise me it wont happen', 'tell me its going to be fine', 'do you think it will happen', 'it wont happen right',
    'but are you sure', 'everything will be ok right', 'do u think ill die',
  ])('"%s" asks the bot for reassurance', (text) => expect(asksForReassurance(text)).toBe(true)) // prettier-ignore

  test.each([
    'what if i get moved again', 'my mum said it will be ok but i dont believe her and now i cant stop thinking about it',
    'are you a robot', 'im sure i failed', 'not sure', 'i told my nan', 'will', 'ok', 'sure', 'is it break time', '8',
  ])('"%s" does not', (text) => expect(asksForReassurance(text)).toBe(false)) // prettier-ignore

  test.each(['what if i get moved again', 'What if… mum is late?', "i'm worried about maths", 'im so scared of the dark', "can't stop thinking about it", 'but what if he dies'])(
    '"%s" is plainly a worry', (text) => expect(soundsLikeAWorry(text)).toBe(true)) // prettier-ignore

  test.each(['plan something', 'hello', 'what', 'nothing', 'my brother gets hit at mums', 'log a moment'])(
    '"%s" is not guessed at', (text) => expect(soundsLikeAWorry(text)).toBe(false)) // prettier-ignore

  test.each(['nothing', 'It was quiet', 'quiet week', 'all quiet today', "it's been quiet", 'no worries', 'not much really'])(
    '"%s" says that it was quiet', (text) => expect(saysQuiet(text)).toBe(true)) // prettier-ignore

  test.each(['nothing works', 'quiet reading in class', 'no one talked to me', 'in maths', ''])(
    '"%s" does not', (text) => expect(saysQuiet(text)).toBe(false)) // prettier-ignore
})
