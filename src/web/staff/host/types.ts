/** The colours the page is asked to wear. */
export type ThemeName = 'light' | 'dark' | 'contrast'

/** Where the page runs: a tab inside Teams, or a browser. The rest of the page asks this and never `teams-js`. */
export interface Host {
  inTeams: boolean
  /** A bearer token for the staff API, or null where the sign-in cookie is used. Asked for each request: Teams renews it. */
  token: () => Promise<string | null>
  theme(): ThemeName
  /** Calls back on every later change of theme; the result stops it. */
  onTheme(listener: (theme: ThemeName) => void): () => void
}
