/** Kinds of lines in the history of a case; each that an officer does is audited as `case.<kind>`. */
export const CASE_EVENT_KINDS = [
  'opened',
  'moved',
  'idle_released',
  'noted',
  'alert_added',
  'alert_detached',
  'consignment_added',
  'linked',
  'unlinked',
  'task_added',
  'task_done',
  'task_reopened',
  'ordered',
  'referred',
  'referral_withdrawn',
  'referral_answered',
  'overdue',
  'task_overdue',
  'question_asked',
  'question_answered',
  'question_lapsed',
  'question_withdrawn',
] as const
export type CaseEventKind = (typeof CASE_EVENT_KINDS)[number]

/** Minutes after which a case that was taken and not begun goes back (ROLES_AND_WORKFLOW 5.4 D). */
export const IDLE_MINUTES = 30
/** Alerts and consignments of one case, and its tasks: what a page can show and a person can know. */
export const MOST_ITEMS = 200
export const MOST_TASKS = 100
export const LONGEST_TITLE = 160
export const LONGEST_TASK = 200
export const LONGEST_NOTE = 4000
