import { useEffect } from 'react'

/** Air between the bar and the first new line. */
const AIR = 12
/** The answers stay at the bottom of the screen only while they leave at least the rest of it for reading. */
const MOST = 0.6

/**
 * Keeps reading easy. Where everything new and its answers fit on the screen, the answers stay at the bottom of it.
 * Where not, reading begins at the first new line and the answers follow the question, as on paper: nobody is shown
 * buttons for words they have not been able to see. `news` names what is on the screen; a new value brings it into sight.
 */
export function useReadingPlace(news: string): void {
  useEffect(() => {
    const answers = document.querySelector<HTMLElement>('.answer')
    if (answers === null) return
    const fit = (): void => {
      answers.classList.toggle('stays', fits(answers))
    }
    let placedAt = -1
    const bringIntoSight = (): void => {
      fit()
      const end = document.documentElement.scrollHeight - window.innerHeight
      window.scrollTo({ top: Math.min(end, newsTop() - barHeight() - AIR) })
      placedAt = window.scrollY
    }
    // Answers that grow or shrink late move the place with them, unless somebody has scrolled since.
    const settle = (): void => {
      if (Math.abs(window.scrollY - placedAt) <= 1) bringIntoSight()
      else fit()
    }
    // A phone that is turned has new lines everywhere; one whose address bar only slides away keeps its place.
    let width = window.innerWidth
    const resized = (): void => {
      if (window.innerWidth === width) return fit()
      width = window.innerWidth
      bringIntoSight()
    }
    const frame = requestAnimationFrame(bringIntoSight)
    const observer = new ResizeObserver(settle)
    observer.observe(answers)
    window.addEventListener('resize', resized)
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      window.removeEventListener('resize', resized)
    }
  }, [news])
}

const barHeight = (): number => document.querySelector<HTMLElement>('.top')?.offsetHeight ?? 0

/** Where the first new line begins, from the top of the whole page. */
function newsTop(): number {
  const first = document.querySelector('[data-news]')
  return first === null ? document.documentElement.scrollHeight : first.getBoundingClientRect().top + window.scrollY
}

function fits(answers: HTMLElement): boolean {
  const log = document.querySelector('[role=log]')
  const end = log === null ? 0 : log.getBoundingClientRect().bottom + window.scrollY
  const reading = Math.max(0, end - newsTop())
  const room = window.innerHeight - barHeight() - answers.offsetHeight
  return answers.offsetHeight < window.innerHeight * MOST && reading + 2 * AIR <= room
}
