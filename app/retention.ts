import { consignments } from '#app/cargo_register/retention/consignments'
import { partyKeys } from '#app/cargo_register/retention/party_keys'
import { rawMessages } from '#app/intake/retention/raw_messages'
import { refusedMessages } from '#app/intake/retention/refused_messages'
import { auditEntries } from '#app/privacy/retention/audit_entries'
import { subjectFiles } from '#app/privacy/retention/subject_files'
import { subjectRequests } from '#app/privacy/retention/subject_requests'
import { assessments } from '#app/targeting/retention/assessments'
import { retentionRegistry } from '#platform/retention/registry'

/** Every class of kept data, in the order in which rows can go: what refers to a row before the row. */
retentionRegistry.register(
  subjectFiles,
  subjectRequests,
  partyKeys,
  assessments,
  consignments,
  refusedMessages,
  rawMessages,
  auditEntries
)
