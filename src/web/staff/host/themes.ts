import {
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from '@fluentui/react-components'
import type { Host, ThemeName } from './types.ts'

/** The Fluent 2 theme for where the page runs and the colours asked for. */
export const fluentTheme = (host: Pick<Host, 'inTeams'>, name: ThemeName): Theme =>
  name === 'contrast'
    ? teamsHighContrastTheme
    : host.inTeams
      ? { light: teamsLightTheme, dark: teamsDarkTheme }[name]
      : { light: webLightTheme, dark: webDarkTheme }[name]
