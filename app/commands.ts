import { ListLoader } from '@adonisjs/core/ace'
import MakePluginCommand from '#platform/plugins/commands/make_plugin'
import PluginExpectCommand from '#platform/plugins/commands/plugin_expect'
import PluginCheckCommand from '#platform/plugins/commands/plugin_check'
import MigrateCommand from '#platform/commands/migrate'
import KeysDestroyCommand from '#platform/commands/keys_destroy'
import KeysDocumentCommand from '#platform/commands/keys_document'
import KeysListCommand from '#platform/commands/keys_list'
import KeysRotateCommand from '#platform/commands/keys_rotate'
import PartitionsMaintainCommand from './privacy/commands/partitions_maintain.js'
import RetentionRunCommand from './privacy/commands/retention_run.js'
import QueueMigrateCommand from '#platform/commands/queue_migrate'
import AuditExportCommand from './audit/commands/audit_export.js'
import AuditVerifyCommand from './audit/commands/audit_verify.js'
import OfficersCreateCommand from './administration/commands/officers_create.js'
import AdministrationCreateCommand from './control/commands/administration_create.js'
import OperatorsResetFactorCommand from './control/commands/operators_reset_factor.js'
import CallsLoadCommand from './cargo_register/commands/calls_load.js'
import EventsLoadCommand from './cargo_register/commands/events_load.js'
import HistoryCheckCommand from './cargo_register/commands/history_check.js'
import IntakeAnswerCommand from './intake/commands/intake_answer.js'
import IntakeInspectCommand from './intake/commands/intake_inspect.js'
import IntakeLoadCommand from './intake/commands/intake_load.js'
import SendersAnswerCommand from './intake/commands/senders_answer.js'
import SendersDeclareCommand from './intake/commands/senders_declare.js'
import TokensCreateCommand from './intake/commands/tokens_create.js'
import TokensRevokeCommand from './intake/commands/tokens_revoke.js'
import AssessmentReplayCommand from './targeting/commands/assessment_replay.js'
import DemoInstallCommand from './demo/commands/demo_install.js'
import DemoTrafficCommand from './demo/commands/demo_traffic.js'
import PlatformInstallCommand from './control/commands/platform_install.js'
import ReferenceLoadCommand from '#platform/commands/reference_load'
import IndicatorsReportCommand from './targeting/commands/indicators_report.js'
import WorkerCommand from '#platform/commands/worker'

/** Every command of the build, listed by hand like routes and jobs. */
const loader = new ListLoader([
  AdministrationCreateCommand,
  AssessmentReplayCommand,
  OfficersCreateCommand,
  AuditVerifyCommand,
  AuditExportCommand,
  OperatorsResetFactorCommand,
  CallsLoadCommand,
  EventsLoadCommand,
  HistoryCheckCommand,
  IntakeAnswerCommand,
  IntakeInspectCommand,
  IntakeLoadCommand,
  SendersAnswerCommand,
  SendersDeclareCommand,
  TokensCreateCommand,
  TokensRevokeCommand,
  DemoInstallCommand,
  DemoTrafficCommand,
  PlatformInstallCommand,
  MakePluginCommand,
  PluginCheckCommand,
  PluginExpectCommand,
  MigrateCommand,
  PartitionsMaintainCommand,
  RetentionRunCommand,
  KeysListCommand,
  KeysRotateCommand,
  KeysDestroyCommand,
  KeysDocumentCommand,
  QueueMigrateCommand,
  ReferenceLoadCommand,
  IndicatorsReportCommand,
  WorkerCommand,
])

export const getMetaData = () => loader.getMetaData()
export const getCommand = (metaData: Parameters<typeof loader.getCommand>[0]) => loader.getCommand(metaData)
