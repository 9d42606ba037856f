import { normaliseIdentifier } from '../../matching/normalise_identifier.js'
import { normaliseName } from '../../matching/normalise_name.js'
import { similarity } from '../../matching/similarity.js'
import { defineIndicator } from '../definition.js'
import { notListed } from '../listed_goods.js'
import { comparedNames } from '../named_rows.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/** Nearly the name of a trusted trader, and not that trader: another identifier, or a spelling of its own. */
export const lookAlikeOfTrusted = defineIndicator({
  code: 'P16',
  version: 1,
  title: 'targeting.indicator_p16',
  layer: 'inductive',
  group: 'party',
  points: 35,
  threats: ['INT', 'NAR'],
  modes: ['sea', 'air'],
  args: { percent: { kind: 'integer', label: 'targeting.argument_percent_alike', default: 92, min: 80, max: 100 } },
  reads: ['consignee.name', 'party.identifiers'],
  lists: ['trusted_traders'],
  assess({ facts, args, lists }) {
    const list = lists.get('trusted_traders')
    if (list === null) return noList('trusted_traders')
    const name = facts.get('consignee.name')
    if (!name.known) return unknown('consignee.name', name.why)
    const own = normaliseName(name.value)
    const identifiers = facts.get('party.identifiers')
    const least = args.percent / 100
    for (const [trusted, rows] of comparedNames(list)) {
      const alike = similarity(own, trusted, least)
      if (alike < least) continue
      if (!identifiers.known) {
        // The same spelling may be the trader itself; another one is told without an identifier.
        if (trusted === own) return unknown('party.identifiers', identifiers.why)
      } else if (rows.some((row) => identifiers.value.includes(normaliseIdentifier(String(row['identifier'] ?? '')))))
        return clear('targeting.nearest_trusted_itself', { name: String(rows[0]?.['name']) })
      else if (trusted === own && rows.some((row) => !row['identifier']))
        return clear('targeting.nearest_trusted_itself', { name: String(rows[0]?.['name']) })
      return hit({
        because: 'targeting.evidence_look_alike',
        params: {
          name: name.value,
          trusted: String(rows[0]?.['name']),
          percent: Math.round(alike * 100),
          edition: list.edition,
        },
        paths: name.from,
        list: { code: list.code, edition: list.edition },
      })
    }
    return notListed('trusted_traders')
  },
})
