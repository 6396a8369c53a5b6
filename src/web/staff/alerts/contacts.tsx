import type { Schemas } from '../api/client.ts'
import { CONTACT_WAY_WORDS, CONTACT_WITH_WORDS, whenWords } from '../words/index.ts'

interface ContactsProps {
  alert: Schemas['Alert']
  contacts: readonly Schemas['LoggedContact'][]
  now: Date
}

/** Every try at reaching somebody about an alert: when, how, whom, whether it worked, and what was to happen next. */
export function Contacts({ alert, contacts, now }: ContactsProps) {
  if (contacts.length === 0) return null
  const whom = ({ with: who, name }: Schemas['LoggedContact']) =>
    name ?? (who === 'person' ? (alert.person?.preferredName ?? CONTACT_WITH_WORDS.person) : CONTACT_WITH_WORDS[who])
  return (
    <section>
      <h3>Contact</h3>
      <ol className="history">
        {contacts.map((contact) => (
          <li key={contact.id}>
            <time dateTime={contact.at}>{whenWords(contact.at, now)}</time>
            <div>
              <strong>
                {CONTACT_WAY_WORDS[contact.way]}, {whom(contact)}: {contact.reached ? 'reached' : 'not reached'}
              </strong>{' '}
              · {contact.by.name}
              <p>{contact.note}</p>
              {contact.nextAction ? (
                <p>
                  <span className="quiet">Next:</span> {contact.nextAction}
                  {contact.nextActionAt ? `, ${whenWords(contact.nextActionAt, now)}` : ''}
                </p>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
