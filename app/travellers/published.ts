/** What other rooms may use of the lists of travellers. */
export { registerTravellerList } from './actions/register_traveller_list.js'
export { namesOf as namesOfTraveller, partyOf as partyOfTraveller } from './named_traveller.js'
export { readsTravellers } from './queries/get_switch.js'
export { heldTravellers, messagesWithHeldTravellers } from './queries/holds.js'
export { countTravellers, listTravellers, TRAVELLERS_A_PAGE, type ListedTraveller } from './queries/list_travellers.js'
export { travellersAfter, travellersOf, type SubjectTraveller } from './queries/subject_travellers.js'
export { deleteTravellers } from './retention/travellers.js'
