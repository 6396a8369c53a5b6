import { bandsOf, TURN_INTENTS } from '../content/checkWords.ts'
import { STANDING_INTENTS } from '../dialog-runner/standingIntents.ts'
import { BANDS, type Band, type Dialog, type Step } from '../dialog-kit/index.ts'
import type { AnswerType, AnswerTypes, ListType } from '../dialog-kit/answers.ts'
import type { DialogWords, StepWords, WordsSource } from '../dialog-runner/types.ts'

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)

/** A text with its placeholders marked. */
const spoken = (text: string): string =>
  escape(text)
    .replace(/\{[^}]*\}/g, '<var>$&</var>')
    .replace(/\n/g, '<br>')

const LANGUAGE = 'en'

/**
 * The storyboard as one HTML page: for each dialog its steps in order, branches indented under the answer that leads to
 * them, options as buttons, all variants of each text. Bands that read the same words are shown together.
 */
export function storyboardPage(dialogs: readonly Dialog[], words: WordsSource, version: string): string {
  const sections = dialogs.map((dialog) => dialogSection(dialog, words))
  const contents = dialogs.map(
    ({ id }) => `<li><a href="#${id}">${escape(words.of(id, LANGUAGE)?.title ?? id)}</a> <small>${id}</small></li>`,
  )
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Storyboard</title><style>${STYLE}</style></head>
<body><header><h1>Storyboard</h1><p>Every message of every dialog. Words of version <b>${escape(version)}</b>. Words in <var>{braces}</var> are filled in for the person.</p>
<p class="sign">Read by ______________________ &nbsp; Date ______________ &nbsp; Signed ______________________</p></header>
<nav><ol>${contents.join('')}<li><a href="#standing">Said at any question</a></li></ol></nav>
${sections.join('\n')}
${standingSection(words)}
</body></html>
`
}

/** What the runner and the turn say, whatever the dialog. */
function standingSection(words: WordsSource): string {
  const intents = [...STANDING_INTENTS, ...TURN_INTENTS].map((intent) => {
    const shown = new Map<string, Band[]>()
    for (const band of BANDS) {
      const body = variants(words.standing(intent, LANGUAGE, band))
      shown.set(body, [...(shown.get(body) ?? []), band])
    }
    const bodies = [...shown].map(
      ([body, bands]) => (bands.length === BANDS.length ? '' : `<p class="note">${bands.join(' · ')}</p>`) + body,
    )
    return `<li><code>${intent}</code>${bodies.join('')}</li>`
  })
  return `<section id="standing"><h2>Said at any question</h2><ol>${intents.join('')}</ol></section>`
}

function dialogSection(dialog: Dialog, words: WordsSource): string {
  const own = words.of(dialog.id, LANGUAGE)
  const shown = new Map<string, Band[]>()
  for (const band of bandsOf(dialog.audience)) {
    const body = own ? list(dialog.steps, { own, band, types: dialog.answers }) : '<p class="missing">No words yet.</p>'
    shown.set(body, [...(shown.get(body) ?? []), band])
  }
  const all = bandsOf(dialog.audience).length
  const bodies = [...shown].map(
    ([body, bands]) => `<h3>${bands.length === all ? 'All ages' : bands.join(' · ')}</h3>${body}`,
  )
  return `<section id="${dialog.id}"><h2>${escape(own?.title ?? dialog.id)}</h2>
<p class="about">${dialog.id} · version ${dialog.version} · ${dialog.kind} · for ${dialog.audience} · after a change: ${dialog.onVersionChange}</p>
${bodies.join('\n')}</section>`
}

interface Place {
  own: DialogWords
  band: Band
  types: AnswerTypes
}

const list = (steps: readonly Step[], place: Place): string =>
  `<ol>${steps.map((step) => `<li class="${step.step}">${stepHtml(step, place)}</li>`).join('')}</ol>`

function stepHtml(step: Step, place: Place): string {
  const named = `<code>${escape(step.id)}</code>`
  switch (step.step) {
    case 'say':
      return named + wordsHtml(step.id, place)
    case 'ask':
      return named + wordsHtml(step.id, place, place.types[step.id] as AnswerType<unknown, boolean>)
    case 'review':
      return `${named}<i>lists the answers, each can be changed</i>${wordsHtml(step.id, place)}`
    case 'branch': {
      const paths = Object.entries(step.paths).map(
        ([path, steps]) =>
          `<li><b>${escape(path)}</b>${steps.length > 0 ? list(steps, place) : ' <i>goes on below</i>'}</li>`,
      )
      return `${named}<i>depending on the answers</i><ul>${paths.join('')}</ul>`
    }
    case 'again':
      return `${named}<i>again while it is needed, at most ${step.atMost} times</i>${list(step.steps, place)}`
    case 'repeat': {
      const inner = place.types[step.id] as ListType<AnswerTypes>
      const rounds = list(step.steps, { ...place, types: inner.list })
      if (step.over) return `${named}<i>for each of what is given, at most ${inner.atMost}</i>${rounds}`
      return `${named}<i>in rounds, at most ${inner.atMost}</i>${rounds}<p class="note">After each round:</p>${wordsHtml(step.id, place)}`
    }
    case 'call':
      return `${named}<i>goes through</i> <a href="#${step.dialog}">${step.dialog}</a> <i>and comes back</i>`
    case 'hand-over':
      return `${named}<i>goes on with</i> ${step.dialogs.map((dialog) => `<a href="#${dialog}">${dialog}</a>`).join(', ')}`
    case 'record':
      return `${named}<i>is kept in the case record</i>`
    case 'effect':
      return `${named}<i>is passed on (a reminder, a notice, a setting)</i>`
    case 'end':
      return `${named}<i>ends here</i>`
  }
}

function wordsHtml(id: string, { own, band }: Place, type?: AnswerType<unknown, boolean>): string {
  const words = own.step(id, band, false)
  if (!words) return '<p class="missing">No words yet.</p>'
  const plain = own.step(id, band, true)
  const differs = plain && plain.text.join('\n') !== words.text.join('\n')
  return [
    words.stem === undefined ? '' : `<p class="note">${spoken(words.stem)}</p>`,
    variants(words.text),
    answersHtml(words, type),
    words.reprompt.length > 0 ? `<p class="note">Asked again:</p>${variants(words.reprompt)}` : '',
    differs ? `<p class="note">Plain mode:</p>${variants(plain.text)}` : '',
    words.notice === undefined ? '' : `<p class="note">${spoken(words.notice)}</p>`,
  ].join('')
}

const variants = (texts: readonly string[]): string =>
  `<div class="texts">${texts.map((text) => `<p>${spoken(text)}</p>`).join('')}</div>`

function answersHtml(words: StepWords, type?: AnswerType<unknown, boolean>): string {
  const buttons = Object.values(words.options).map((label) => `<span class="button">${spoken(label)}</span>`)
  const shape = type?.shape
  if (shape?.kind === 'choice' && shape.yesNo && buttons.length === 0)
    buttons.push('<span class="button">Yes</span>', '<span class="button">No</span>')
  const how =
    shape?.kind === 'rating'
      ? `<span class="button">${shape.min} ${spoken(words.low ?? '')} … ${shape.max} ${spoken(words.high ?? '')}</span>`
      : shape?.kind === 'text'
        ? `<i>own words, ${shape.maxLength} characters at most</i>`
        : shape && buttons.length === 0
          ? `<i>${shape.kind}</i>`
          : ''
  const needed = type?.needed ? ' <i>cannot be skipped</i>' : ''
  return type || buttons.length > 0 ? `<p>${how} ${buttons.join(' ')}${needed}</p>` : ''
}

const STYLE = `
body{font:16px/1.5 Georgia,serif;color:#1d2b2a;background:#fbfaf6;max-width:52rem;margin:2rem auto;padding:0 1rem}
h1,h2,h3{font-family:system-ui,sans-serif;line-height:1.2}h2{margin-top:3rem;border-top:2px solid #1d2b2a;padding-top:1rem}h3{color:#3f5c59}
code{font-size:.75rem;color:#6b6b5f;margin-right:.5rem}i,.note,.about,small{color:#5f5f55;font-size:.85rem}.note{margin:.4rem 0 0}
ol,ul{padding-left:1.4rem}li{margin:.5rem 0}ol ol,ul ol{border-left:2px solid #d9d3c3}
.texts p{margin:.25rem 0;background:#fff;border:1px solid #e3dece;border-radius:.6rem;padding:.4rem .7rem}.texts p+p::before{content:"or ";color:#8a8573;font-size:.8rem}
.button{display:inline-block;border:1px solid #3f5c59;border-radius:1rem;padding:.05rem .6rem;margin:.1rem;font-size:.9rem}
var{font-style:normal;color:#7a4b12}.missing{color:#9b1c1c;font-weight:bold}.sign{margin-top:2rem}
@media print{body{background:#fff;font-size:11pt;margin:0}section{break-before:page}li,.texts p{break-inside:avoid}a{color:inherit;text-decoration:none}}
`
