import type { SubjectRecords } from './queries/subject_records.js'

export interface PageWords {
  language: string
  direction: 'ltr' | 'rtl'
  title: string
  madeAt: string
  consignments: string
  messages: string
  travellers: string
  officers: string
  nothing: string
  withheld: string
}

interface SubjectFile extends SubjectRecords {
  administration: string
  reference: string
  legalBasis: string
  madeAt: string
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const text = (value: string | null) => (value ?? '').replaceAll(/[&<>"]/g, (each) => ESCAPES[each]!)

/** What is handed over, as a page to read and print, without a script or anything from elsewhere. */
export function subjectPage(file: SubjectFile, words: PageWords): string {
  const consignments = file.consignments.map(
    ({ reference, registeredAt, goods, parties }) =>
      `<li><b>${text(reference)}</b> ${registeredAt}<br>${text(goods)}<ul>${parties.map(partyLine).join('')}</ul></li>`
  )
  const messages = file.messages.map(({ receipt, receivedAt }) => `<li>${text(receipt)} ${receivedAt}</li>`)
  const officers = file.officers.map(({ name, email, since }) => `<li>${text(name)} ${text(email)} ${since}</li>`)
  const part = (title: string, lines: readonly string[]) =>
    `<h2>${text(title)}</h2>${lines.length > 0 ? `<ul>${lines.join('\n')}</ul>` : `<p>${text(words.nothing)}</p>`}`
  return `<!doctype html>
<html lang="${words.language}" dir="${words.direction}"><head><meta charset="utf-8"><title>${text(words.title)}</title>
<style>body{font:14px/1.5 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}li{break-inside:avoid}</style></head><body>
<h1>${text(words.title)}</h1>
<p>${text(file.administration)}<br>${text(file.reference)}<br>${text(file.legalBasis)}<br>${text(words.madeAt)} ${file.madeAt}</p>
${part(words.consignments, consignments)}
${part(words.messages, messages)}
${part(words.travellers, file.travellers.map(travellerLine))}
${part(words.officers, officers)}
<p>${text(words.withheld)}</p>
</body></html>
`
}

const travellerLine = (traveller: SubjectRecords['travellers'][number]) => {
  const { voyage, port, filedAt, givenNames, familyName, bornOn, sex, nationality, residence, reservation } = traveller
  const documents = traveller.travelDocuments.map(
    ({ type, number, issuer }) => `${type} ${number ?? ''} ${issuer ?? ''}`
  )
  const told = [voyage, port, filedAt, givenNames, familyName, bornOn, sex, nationality, residence, reservation]
  return `<li>${[...told, ...documents]
    .filter((each) => each)
    .map((each) => text(each))
    .join(' · ')}</li>`
}

const partyLine = ({
  role,
  name,
  address,
  country,
  identifiers,
  contacts,
}: SubjectRecords['consignments'][number]['parties'][number]) =>
  `<li>${[
    role,
    name,
    address,
    country,
    ...identifiers.map((each) => `${each.type} ${each.value}`),
    ...contacts.map((each) => each.value),
  ]
    .filter((each) => each)
    .map((each) => text(each!))
    .join(' · ')}</li>`
