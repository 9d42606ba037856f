import AuditDrain from '#app/audit/jobs/audit_drain'
import InvitationDrain from '#app/administration/jobs/invitation_drain'
import CourtFilesDrain from '#app/casework/court/jobs/court_files_drain'
import BaselineDrain from '#app/casework/inspections/jobs/baseline_drain'
import CasesDrain from '#app/casework/cases/jobs/cases_drain'
import InstructionsDrain from '#app/casework/instructions/jobs/instructions_drain'
import QuestionsDrain from '#app/casework/questions/jobs/questions_drain'
import HistoryDrain from '#app/cargo_register/jobs/history_drain'
import DrainIntake from '#app/intake/jobs/drain_intake'
import DeliveryDrain from '#app/notifications/jobs/delivery_drain'
import RetentionDrain from '#app/privacy/jobs/retention_drain'
import SearchDrain from '#app/privacy/jobs/search_drain'
import DeskDrain from '#app/targeting/jobs/desk_drain'
import TargetingDrain from '#app/targeting/jobs/targeting_drain'
import LettersDrain from '#platform/identity/letters_drain'
import { jobRegistry } from '#platform/queue/registry'

/** Every job class of the build. */
jobRegistry.register(
  AuditDrain,
  DrainIntake,
  HistoryDrain,
  TargetingDrain,
  DeskDrain,
  DeliveryDrain,
  LettersDrain,
  RetentionDrain,
  SearchDrain,
  InvitationDrain,
  BaselineDrain,
  InstructionsDrain,
  QuestionsDrain,
  CourtFilesDrain,
  CasesDrain
)
