import type { Host, ThemeName } from './types.ts'

/** A tab in Teams is framed (desktop, web) or has a native bridge (mobile). Anything else cannot be Teams. */
const mayBeTeams = (): boolean => window.parent !== window || 'nativeInterface' in window || 'nativeBridge' in window

/** The host this page runs in. In a browser it answers at once; `teams-js` is loaded only where Teams is possible. */
export async function findHost(): Promise<Host> {
  if (!mayBeTeams()) return browserHost()
  try {
    const { teamsHost } = await import('./teams.ts')
    return await teamsHost()
  } catch {
    return browserHost()
  }
}

/** The browser: cookies, and the colours the person's system prefers. */
export function browserHost(): Host {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const named = (): ThemeName => (dark.matches ? 'dark' : 'light')
  return {
    inTeams: false,
    token: () => Promise.resolve(null),
    theme: named,
    onTheme(listener) {
      const changed = () => listener(named())
      dark.addEventListener('change', changed)
      return () => dark.removeEventListener('change', changed)
    },
  }
}
