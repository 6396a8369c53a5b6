import { createRoot } from 'react-dom/client'
import './styles/tokens.css'
import './styles/page.css'
import './styles/conversation.css'
import './styles/answer.css'
import './styles/doors.css'
import './styles/sheets.css'
import { App } from './App.tsx'
import { fetchHelp } from './api/chatApi.ts'
import { recallSettings } from './browser/remembered.ts'
import { createTalk } from './conversation/talk.ts'
import { createDoorkeeper, type Doorkeeper } from './doors/doorkeeper.ts'
import { builtInHelp } from './help/builtInHelp.ts'
import { createPage, linkIn } from './page.ts'

const page = createPage(linkIn(location.hash), builtInHelp, recallSettings())
const talk = createTalk(
  page,
  () => void doors.load(),
  () => void doors.load(),
)
const doors: Doorkeeper = createDoorkeeper(page, () => talk)

const root = document.getElementById('page')
if (root !== null) createRoot(root).render(<App page={page} talk={talk} doors={doors} />)
void doors.load()
void fetchHelp().then((help) => help.ok && help.value.helplines.length > 0 && page.change({ help: help.value }))

// A page brought back by the Back button after leaving must not show what it showed.
window.addEventListener('pageshow', (event) => event.persisted && location.reload())
window.addEventListener('hashchange', () => linkIn(location.hash) !== null && location.reload())
if ('serviceWorker' in navigator) void navigator.serviceWorker.register('./sw.js').catch(() => undefined)
