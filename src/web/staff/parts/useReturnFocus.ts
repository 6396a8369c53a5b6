import { useLayoutEffect } from 'react'

/**
 * Gives the keyboard back to what opened a dialog when that dialog goes. Our dialogs are mounted when needed and not tied
 * to a trigger, so Fluent cannot know what opened them.
 */
export function useReturnFocus(): void {
  useLayoutEffect(() => {
    const opener = document.activeElement instanceof HTMLElement ? document.activeElement : null
    return () => {
      // After the dialog has left the document.
      setTimeout(() => {
        // Another dialog has taken its place: the keyboard is there.
        if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return
        // One that went with its whole place (the browser's Back) had no time to show the page again.
        document.getElementById('page')?.removeAttribute('aria-hidden')
        const target = opener?.isConnected && opener !== document.body ? opener : document.getElementById('main')
        target?.focus()
      })
    }
  }, [])
}
