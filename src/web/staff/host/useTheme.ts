import { useEffect, useState } from 'react'
import type { Host, ThemeName } from './types.ts'

/** The theme name now, followed live. Also written on the root element, for what lies outside Fluent's provider. */
export function useTheme(host: Host): ThemeName {
  const [theme, setTheme] = useState(host.theme())
  useEffect(() => host.onTheme(setTheme), [host])
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  return theme
}
