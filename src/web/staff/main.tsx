import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/page.css'
import './styles/alerts.css'
import './styles/caseload.css'
import './styles/case.css'
import './styles/brief.css'
import './styles/chart.css'
import './styles/rota.css'
import './styles/print.css'
import './styles/report.css'
import { App } from './app.tsx'
import { createStaffApi } from './api/client.ts'
import { returnToKeptPlace } from './frame/signIn.tsx'
import { findHost } from './host/host.ts'
import { pageNonce } from './host/nonce.ts'

/** Starts the staff page: finds out where it runs (Teams or a browser), then draws. */
async function start(): Promise<void> {
  const place = document.getElementById('page')
  if (!place) throw new Error('index.html has no #page')
  returnToKeptPlace()
  const host = await findHost()
  const api = createStaffApi({ token: host.token })
  createRoot(place).render(
    <StrictMode>
      <App host={host} api={api} nonce={pageNonce()} />
    </StrictMode>,
  )
}

void start()
