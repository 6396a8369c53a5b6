import { useEffect, useMemo, useState } from 'react'
import { leaveQuickly, onThreeEscapes } from './browser/leaveQuickly.ts'
import type { Store } from './browser/store.ts'
import { useStore } from './browser/store.ts'
import { ConversationPage } from './conversation/ConversationPage.tsx'
import type { Talk } from './conversation/talk.ts'
import type { Doorkeeper } from './doors/doorkeeper.ts'
import { Doors } from './doors/Doors.tsx'
import { SettingsSheet } from './frame/SettingsSheet.tsx'
import { TopBar } from './frame/TopBar.tsx'
import { HelpSheet } from './help/HelpSheet.tsx'
import type { Page } from './page.ts'
import { PartsContext } from './parts.ts'
import { w } from './words/words.ts'

/** The whole page: the bar that is always there, a door or the conversation, and what opens over it. */
export function App({ page, talk, doors }: { page: Store<Page>; talk: Talk; doors: Doorkeeper }) {
  const { shown, settings } = useStore(page)
  const [sheet, setSheet] = useState<'help' | 'settings' | null>(null)
  const parts = useMemo(() => {
    const leave = (): void => leaveQuickly(page.get().help.neutralSite || w('leave.site'), w('leave.covered'))
    return { page, talk, doors, leave, openHelp: () => setSheet('help') }
  }, [page, talk, doors])
  useEffect(() => onThreeEscapes(parts.leave), [parts])
  useEffect(() => {
    document.documentElement.dataset.size = String(settings.textSize)
  }, [settings.textSize])
  useEffect(() => setSheet((now) => (now === 'settings' ? null : now)), [shown])
  return (
    <PartsContext.Provider value={parts}>
      <TopBar openSettings={shown === 'open' ? () => setSheet('settings') : undefined} />
      {shown === 'open' ? <ConversationPage /> : <Doors />}
      {sheet === 'help' && <HelpSheet onClose={() => setSheet(null)} />}
      {sheet === 'settings' && <SettingsSheet onClose={() => setSheet(null)} />}
    </PartsContext.Provider>
  )
}
