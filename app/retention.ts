import { accessDecisions } from '#app/administration/retention/access_decisions'
import { invitations } from '#app/administration/retention/invitations'
import { checkedCargo } from '#app/cargo_register/retention/checked_cargo'
import { consignments } from '#app/cargo_register/retention/consignments'
import { declarations } from '#app/cargo_register/retention/declarations'
import { eventKeys } from '#app/cargo_register/retention/event_keys'
import { examinations } from '#app/cargo_register/retention/examinations'
import { permits } from '#app/cargo_register/retention/permits'
import { reportedDocuments } from '#app/cargo_register/retention/reported_documents'
import { partyIdentities } from '#app/cargo_register/retention/party_identities'
import { partyKeys } from '#app/cargo_register/retention/party_keys'
import { cases } from '#app/casework/cases/retention/cases'
import { courtFiles } from '#app/casework/court/retention/court_files'
import { attachments } from '#app/casework/retention/attachments'
import { inspections, inspectionsFound } from '#app/casework/inspections/retention/inspections'
import { handovers } from '#app/desk/retention/handovers'
import { rawMessages } from '#app/intake/retention/raw_messages'
import { rawTravellerLists } from '#app/intake/retention/raw_traveller_lists'
import { refusedMessages } from '#app/intake/retention/refused_messages'
import { notifications } from '#app/notifications/retention/notifications'
import { subjectFiles } from '#app/privacy/retention/subject_files'
import { subjectRequests } from '#app/privacy/retention/subject_requests'
import { travellers } from '#app/travellers/retention/travellers'
import { assessments } from '#app/targeting/retention/assessments'
import { sessions } from '#platform/access/retention/sessions'
import { devices } from '#platform/identity/retention/devices'
import { letters } from '#platform/identity/retention/letters'
import { retentionRegistry } from '#platform/retention/registry'

/** Every class of kept data, in the order in which rows can go: what refers to a row before the row. */
retentionRegistry.register(
  subjectFiles,
  subjectRequests,
  notifications,
  courtFiles,
  cases,
  handovers,
  inspectionsFound,
  inspections,
  attachments,
  checkedCargo,
  partyKeys,
  partyIdentities,
  assessments,
  // Before the cargo by whose numbers a hold finds them; permits also by declarations.
  examinations,
  permits,
  declarations,
  consignments,
  travellers,
  reportedDocuments,
  rawTravellerLists,
  refusedMessages,
  rawMessages,
  eventKeys,
  accessDecisions,
  invitations,
  letters,
  devices,
  sessions
)
