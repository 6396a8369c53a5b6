import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components'
import { useMemo } from 'react'
import type { StaffApi } from './api/client.ts'
import { Gate } from './frame/gate.tsx'
import type { Host } from './host/types.ts'
import { fluentTheme } from './host/themes.ts'
import { useTheme } from './host/useTheme.ts'

/** The whole staff page: theme, style nonce, and the gate that asks who is there. */
export function App({ host, api, nonce }: { host: Host; api: StaffApi; nonce: string | undefined }) {
  const theme = useTheme(host)
  const renderer = useMemo(
    () => createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {}),
    [nonce],
  )
  return (
    <RendererProvider renderer={renderer}>
      <FluentProvider theme={fluentTheme(host, theme)} className="page">
        <Gate host={host} api={api} />
      </FluentProvider>
    </RendererProvider>
  )
}
