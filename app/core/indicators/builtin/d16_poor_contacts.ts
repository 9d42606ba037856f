import { defineIndicator } from '../definition.js'
import { FREE_MAIL } from '../lexicons/free_mail.js'
import { clear, hit, unknown } from '../verdict.js'

/** A full container whose parties can be reached by free mailboxes alone. */
export const poorContacts = defineIndicator({
  code: 'D16',
  version: 1,
  title: 'targeting.indicator_d16',
  layer: 'inductive',
  group: 'document',
  points: 8,
  threats: ['ALL'],
  modes: ['sea', 'air'],
  args: {},
  reads: ['consignment.containerised', 'party.contacts'],
  assess({ facts }) {
    const full = facts.get('consignment.containerised')
    if (!full.known) return unknown('consignment.containerised', full.why)
    if (!full.value) return clear('targeting.nearest_loose', {})
    const contacts = facts.get('party.contacts')
    if (!contacts.known) return unknown('party.contacts', contacts.why)
    const mailboxes = contacts.value.filter((each) => each.includes('@'))
    const free = mailboxes.filter((each) => FREE_MAIL.has(each.slice(each.lastIndexOf('@') + 1)))
    if (free.length === 0) return clear('targeting.nearest_contacts', { count: mailboxes.length })
    if (free.length < mailboxes.length) return clear('targeting.nearest_contacts', { count: mailboxes.length }, 0.3)
    return hit({ because: 'targeting.evidence_contacts', params: { contacts: free.join(', ') }, paths: contacts.from })
  },
})
