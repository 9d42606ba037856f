import { listedContainer } from '../../indicators/builtin/e24_listed_container.js'
import { listedIdentifier } from '../../indicators/builtin/p01_listed_identifier.js'
import { listedName } from '../../indicators/builtin/p02_listed_name.js'
import { listedAddress } from '../../indicators/builtin/p03_listed_address.js'
import { listedContact } from '../../indicators/builtin/p04_listed_contact.js'
import { listedVessel } from '../../indicators/builtin/r20_listed_vessel.js'
import { indicatorCondition } from '../condition.js'
import type { ProfileDocument } from '../document.js'

/** Parties, containers and ships on the administration's watch lists. */
export const watchLists: ProfileDocument = {
  threat: 'ALL',
  all: [],
  any: [],
  adds: [listedIdentifier, listedName, listedAddress, listedContact, listedContainer, listedVessel].map((definition) =>
    indicatorCondition(definition)
  ),
}
