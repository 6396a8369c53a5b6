import { app, authentication } from '@microsoft/teams-js'
import type { Host, ThemeName } from './types.ts'

const WAIT_MS = 3000

/** Teams' own theme names as ours; what it adds later is shown light. */
export const themeOfTeams = (theme: string | undefined): ThemeName =>
  theme === 'dark' || theme === 'glass' ? 'dark' : theme === 'contrast' ? 'contrast' : 'light'

/**
 * Teams as the host: single sign-on tokens and live theme. Rejects when the page is framed by something else than Teams.
 * Loaded on demand only, so that a browser never fetches it.
 */
export async function teamsHost(): Promise<Host> {
  await Promise.race([
    app.initialize(),
    new Promise((_, reject) => setTimeout(() => reject(new Error('Teams did not answer')), WAIT_MS)),
  ])
  const context = await app.getContext()
  let theme = themeOfTeams(context.app.theme)
  const listeners = new Set<(theme: ThemeName) => void>()
  void app.registerOnThemeChangeHandler((changed) => {
    theme = themeOfTeams(changed)
    for (const listener of listeners) listener(theme)
  })
  void app.notifySuccess()
  return {
    inTeams: true,
    token: () => authentication.getAuthToken(),
    theme: () => theme,
    onTheme(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
