import { foldText } from './fold.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One word of a message as the phrases know it, with where it stands in what was typed. */
export interface Token {
  id: number
  word: string
  start: number
  end: number
  sentence: number
}

/** A piece of a message between spaces, folded and without outer punctuation; an emoji that means something is `meant`. */
interface Piece {
  text: string
  meant: boolean
  start: number
  end: number
  sentence: number
}

// No word is longer than this; a longer stretch without a space is cut, because reading a piece costs its length squared.
const PIECES = /\p{Extended_Pictographic}\p{Emoji_Modifier}?|\n|[^\s\p{Extended_Pictographic}]{1,200}/gu
const PLAIN_PIECES = /\n|\S{1,200}/g
/** Single letters are read as words in stretches of at most so many. */
const LETTERS_AT_MOST = 40
const NOT_ASCII = /[^\x00-\x7f]/ // eslint-disable-line no-control-regex
const EDGES = /^[^\p{L}\p{N}*@$!|+€£]+|[^\p{L}\p{N}*]+$/gu
const ENDS_SENTENCE = /[.?!;…]["')\]]*$/

/** Reads a message into words: decoration off, spelling mended, letters typed apart put together, emoji as words or dropped. */
export function readMessage(text: string, vocabulary: Vocabulary, emoji: ReadonlyMap<string, string>): Token[] {
  const tokens: Token[] = []
  const pieces = piecesOf(text, emoji)
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!
    const apart = readLettersApart(pieces, i, vocabulary)
    const words = apart?.words ?? (piece.meant ? piece.text.split(' ') : vocabulary.read(piece.text))
    if (apart) i = apart.last
    for (const word of words)
      tokens.push({
        id: vocabulary.idOf(word),
        word,
        start: piece.start,
        end: pieces[i]!.end,
        sentence: piece.sentence,
      })
  }
  return joinHalves(tokens, vocabulary)
}

function piecesOf(text: string, emoji: ReadonlyMap<string, string>): Piece[] {
  const pieces: Piece[] = []
  let sentence = 0
  let afterLetter = false
  for (const match of text.matchAll(NOT_ASCII.test(text) ? PIECES : PLAIN_PIECES)) {
    const typed = match[0]
    const start = match.index
    const end = start + typed.length
    if (typed === '\n') {
      sentence++
      continue
    }
    const meant = emoji.get(typed.replace(/\p{Emoji_Modifier}|[.,!?;:]+$/gu, ''))
    if (meant !== undefined) {
      pieces.push({ text: meant, meant: true, start, end, sentence })
      continue
    }
    const folded = foldText(typed)
    const bare = folded.replace(EDGES, '')
    // "k. i. l. l." is one word, not four sentences: a letter's full stop counts only where no letter follows.
    if (afterLetter && bare.length > 1) sentence++
    if (bare !== '') pieces.push({ text: bare, meant: false, start, end, sentence })
    const ends = ENDS_SENTENCE.test(folded)
    afterLetter = bare.length === 1 && ends
    if (ends && bare.length !== 1) sentence++
  }
  return pieces.filter((piece, i) => !isLaughter(piece) || i === pieces.length - 1)
}

/** Laughter in the middle of a message separates nothing: "kill 😂 myself". */
const isLaughter = (piece: Piece) => piece.meant && piece.text === 'lol'

/** "k i l l": three or more single letters in a row that make words together. */
function readLettersApart(
  pieces: readonly Piece[],
  first: number,
  vocabulary: Vocabulary,
): { words: string[]; last: number } | undefined {
  let last = first
  while (last < pieces.length && last - first < LETTERS_AT_MOST && isLetter(pieces[last]!)) last++
  if (last - first < 3) return undefined
  const letters = pieces.slice(first, last).map((piece) => piece.text)
  const words = readJoined(letters.join(''), vocabulary)
  return words && { words, last: last - 1 }
}

const isLetter = (piece: Piece) => piece.text.length === 1 && /[a-z0-9@$!]/.test(piece.text)

function readJoined(letters: string, vocabulary: Vocabulary): string[] | undefined {
  const words = vocabulary.read(letters)
  if (words.every((word) => vocabulary.idOf(word) > 0)) return words
  return vocabulary.split(letters)
}

/** "ki ll": two pieces that are no words, and are one together. */
function joinHalves(tokens: Token[], vocabulary: Vocabulary): Token[] {
  for (let i = 0; i + 1 < tokens.length; i++) {
    const [a, b] = [tokens[i]!, tokens[i + 1]!]
    if (a.id > 0 || b.id > 0) continue
    const id = vocabulary.idOf(a.word + b.word)
    if (id > 0) tokens.splice(i, 2, { ...a, id, word: a.word + b.word, end: b.end })
  }
  return tokens
}
