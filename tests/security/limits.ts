interface Limit {
  of: string
  what: string
  /** Empty for a plain count. */
  unit: string
  file: string
  /** The constant or member in it. */
  name: string
}

/**
 * What a user, a sender or an administration may have of everything: docs/limits.md is this table. Each row names the
 * constant that decides, so that a limit cannot change without its document.
 */
export const LIMITS: readonly Limit[] = [
  row('Filing', 'Bytes of one file', 'bytes', 'app/intake/limits.ts', 'MAX_BYTES'),
  row('Filing', 'Requests of one token a minute', '', 'app/intake/middleware/api_token_middleware.ts', 'PER_MINUTE'),
  row('Filing', 'Bytes of one segment', 'bytes', 'app/core/formats/edifact/limits.ts', 'segmentBytes'),
  row('Filing', 'Bytes of one Message', 'bytes', 'app/core/formats/edifact/limits.ts', 'messageBytes'),
  row('Filing', 'Segments of one Message', '', 'app/core/formats/edifact/limits.ts', 'segments'),
  row('Filing', 'Consignments of one Message', '', 'app/core/formats/edifact/limits.ts', 'consignments'),
  row('Filing', 'Data elements of one segment', '', 'app/core/formats/edifact/limits.ts', 'elements'),
  row('Filing', 'Problems kept for one Message', '', 'app/core/formats/edifact/limits.ts', 'problems'),
  row('Filing', 'Bytes of an XML document', 'bytes', 'app/core/formats/xml/limits.ts', 'documentBytes'),
  row('Filing', 'Bytes of XML read in this process', 'bytes', 'app/core/formats/asycuda/read_manifest.ts', 'LARGE_XML'),
  row('Filing', 'Memory of a child that reads XML', 'bytes', 'app/intake/sandboxed/read_apart.ts', 'memoryBytes'),
  row('Filing', 'Time of it', 'milliseconds', 'app/intake/sandboxed/read_apart.ts', 'milliseconds'),
  row('Filing', 'Elements within each other', '', 'app/core/formats/xml/limits.ts', 'depth'),
  row('Filing', 'Attributes of one element', '', 'app/core/formats/xml/limits.ts', 'attributes'),
  row('Filing', 'Text of one element', 'characters', 'app/core/formats/xml/limits.ts', 'text'),
  row('Filing', 'Bytes of a workbook', 'bytes', 'app/platform/sandbox/open_workbook.ts', 'WORKBOOK_BYTES'),
  row('Filing', 'Rows of a sheet', '', 'app/platform/sandbox/open_workbook.ts', 'rows'),
  row('Filing', 'Columns of a sheet', '', 'app/platform/sandbox/open_workbook.ts', 'columns'),
  row('Filing', 'Cells of a workbook', '', 'app/platform/sandbox/open_workbook.ts', 'cells'),
  row('Filing', 'Lines of a file of events', '', 'app/cargo_register/actions/load_events_file.ts', 'MOST_LINES'),
  row('Filing', 'Bytes of a file of events', 'bytes', 'app/cargo_register/actions/load_events_file.ts', 'MOST_BYTES'),
  row('Requests', 'Body of a form', '', 'config/bodyparser.ts', 'form'),
  row('Requests', 'Body of a JSON request', '', 'config/bodyparser.ts', 'json'),
  row('Requests', 'Levels of a nested body', '', 'app/platform/http/plain_input.ts', 'MOST_LEVELS'),
  row('Requests', 'Live streams of one officer', '', 'app/platform/live/live_controller.ts', 'STREAMS_PER_OFFICER'),
  row('Signing in', 'Shortest password', 'characters', 'app/platform/identity/password_policy.ts', 'SHORTEST'),
  row('Signing in', 'Longest password', 'characters', 'app/platform/identity/password_policy.ts', 'LONGEST'),
  row('Signing in', 'Passwords hashed at once', '', 'app/platform/access/password.ts', 'MAX_HASHING_AT_ONCE'),
  row('Signing in', 'Wrong one-time codes in 15 minutes', '', 'app/platform/identity/prove_code.ts', 'TRIES'),
  row('Signing in', 'Links to a new password an hour', '', 'app/administration/actions/reset_password.ts', 'AN_HOUR'),
  row('Signing in', 'Recovery codes', '', 'app/platform/identity/recovery_codes.ts', 'COUNT'),
  row('Signing in', 'A proof is fresh for', 'milliseconds', 'app/platform/identity/session_state.ts', 'FRESH_MS'),
  row(
    'Signing in',
    'No approvals after a reset',
    'hours',
    'app/administration/actions/reset_of_another.ts',
    'SUSPENDED_HOURS'
  ),
  row(
    'Screens',
    'Alerts of the triage list that are ordered',
    '',
    'app/desk/queries/list_triage_keys.ts',
    'MOST_ORDERED'
  ),
  row('Screens', 'Rows of it that are loaded at first', '', 'app/desk/controllers/triage_controller.ts', 'FIRST_ROWS'),
  row(
    'Screens',
    'Alerts of one act without typing the number',
    '',
    'app/targeting/validators/alerts.ts',
    'CONFIRM_ABOVE'
  ),
  row(
    'Screens',
    'Days an alert is put aside',
    '',
    'app/targeting/controllers/alert_acts_controller.ts',
    'MOST_SNOOZED_DAYS'
  ),
  row(
    'Screens',
    'Days alerts of two parties are suppressed',
    '',
    'app/targeting/actions/supervise_alerts.ts',
    'MOST_SUPPRESSED_DAYS'
  ),
  row(
    'Screens',
    'Minutes after which an idle claim goes back',
    '',
    'app/targeting/queries/get_alert.ts',
    'IDLE_MINUTES'
  ),
  row('Screens', 'Saved views of one officer', '', 'app/desk/actions/save_desk_view.ts', 'MOST_VIEWS'),
  row('Screens', 'Consignments a page', '', 'app/desk/queries/list_call_consignments.ts', 'PER_PAGE'),
  row('Screens', 'Outcomes a page', '', 'app/casework/inspections/queries/list_ledger.ts', 'LEDGER_PER_PAGE'),
  row('Screens', 'Inspections a page', '', 'app/casework/inspections/queries/list_orders.ts', 'ORDERS_PER_PAGE'),
  row('Screens', 'Entries of the audit a page', '', 'app/audit/queries/list_entries.ts', 'ENTRIES_PER_PAGE'),
  row(
    'Screens',
    'Entries of a watch list a page',
    '',
    'app/targeting/queries/list_watch_list_entries.ts',
    'ENTRIES_PER_PAGE'
  ),
  row('Screens', 'Users a page', '', 'app/administration/queries/users/list_users.ts', 'USERS_PER_PAGE'),
  row(
    'Screens',
    'Days the integrity view compares',
    'days',
    'app/casework/integrity/controllers/integrity_controller.ts',
    'MOST_DAYS'
  ),
  row(
    'Screens',
    'Orders the integrity view counts',
    '',
    'app/casework/integrity/queries/list_drawn_orders.ts',
    'MOST_ORDERS'
  ),
  row('Attached files', 'Bytes of one file', 'bytes', 'app/platform/attachments/file_kinds.ts', 'MOST_FILE_BYTES'),
  row('Attached files', 'Files of one subject', '', 'app/platform/attachments/file_kinds.ts', 'MOST_FILES'),
  row(
    'Questions to filers',
    'Words to a filer',
    'characters',
    'app/casework/questions/codes.ts',
    'LONGEST_NOTE_TO_FILER'
  ),
  row('Questions to filers', 'Words of an answer', 'characters', 'app/casework/questions/codes.ts', 'LONGEST_ANSWER'),
  row('Questions to filers', 'Files of an answer', '', 'app/casework/questions/codes.ts', 'MOST_ANSWER_FILES'),
  row(
    'Questions to filers',
    'Answers and files of one person an hour',
    '',
    'app/casework/questions/codes.ts',
    'FILER_ACTS_AN_HOUR'
  ),
  row('Questions to filers', 'Shortest deadline', 'minutes', 'app/casework/questions/codes.ts', 'SHORTEST_DEADLINE'),
  row('Questions to filers', 'Longest deadline', 'minutes', 'app/casework/questions/codes.ts', 'LONGEST_DEADLINE'),
  row('Questions to filers', 'Persons of one sender', '', 'app/filers/limits.ts', 'MOST_PEOPLE'),
  row('Cases', 'A holder is told alone for', 'minutes', 'app/casework/cases/clock.ts', 'GRACE_MINUTES'),
  row(
    'Files out',
    'Outcomes of one export',
    '',
    'app/casework/inspections/controllers/ledger_controller.ts',
    'MOST_EXPORTED'
  ),
  row(
    'Files out',
    'Lines of a table of the integrity view',
    '',
    'app/casework/integrity/controllers/integrity_controller.ts',
    'MOST_EXPORTED'
  ),
  row('Lists', 'Rows of a reference list', '', 'app/targeting/validators/reference_list.ts', 'MOST_ROWS'),
  row('Lists', 'Characters of a cell of it', '', 'app/targeting/reference_cell.ts', 'LONGEST'),
]

function row(of: string, what: string, unit: string, file: string, name: string): Limit {
  return { of, what, unit, file, name }
}
