import type { FilersProps } from '../resources/pages/administration/filers.props.js'
import type { AdministrationNotificationsProps } from '../resources/pages/administration/notifications.props.js'
import type { PlacesProps } from '../resources/pages/administration/places/index.props.js'
import type { AgencyProps } from '../resources/pages/administration/places/agency.props.js'
import type { SiteProps } from '../resources/pages/administration/places/site.props.js'
import type { UnitProps } from '../resources/pages/administration/places/unit.props.js'
import type { PluginsProps } from '../resources/pages/administration/plugins/index.props.js'
import type { PluginShowProps } from '../resources/pages/administration/plugins/show.props.js'
import type { QuestionTermsProps } from '../resources/pages/administration/questions.props.js'
import type { RolesProps } from '../resources/pages/administration/roles/index.props.js'
import type { RoleShowProps } from '../resources/pages/administration/roles/show.props.js'
import type { SendersProps } from '../resources/pages/administration/senders/index.props.js'
import type { SenderShowProps } from '../resources/pages/administration/senders/show.props.js'
import type { OnceProps } from '../resources/pages/administration/systems/once.props.js'
import type { SystemsProps } from '../resources/pages/administration/systems/index.props.js'
import type { SystemShowProps } from '../resources/pages/administration/systems/show.props.js'
import type { UsersProps } from '../resources/pages/administration/users/index.props.js'
import type { UserShowProps } from '../resources/pages/administration/users/show.props.js'
import type { WorkflowProps } from '../resources/pages/administration/workflows/show.props.js'
import type { WhoProps } from '../resources/pages/administration/who.props.js'
import type { TravellerSwitchProps } from '../resources/pages/administration/travellers.props.js'
import type { ArrivalsProps } from '../resources/pages/arrivals/index.props.js'
import type { CapacityProps } from '../resources/pages/capacity/index.props.js'
import type { AuditProps } from '../resources/pages/audit/index.props.js'
import type { CasesProps } from '../resources/pages/cases/index.props.js'
import type { CaseShowProps } from '../resources/pages/cases/show.props.js'
import type { ConsignmentShowProps } from '../resources/pages/consignments/show.props.js'
import type { DeclarationsProps } from '../resources/pages/declarations/index.props.js'
import type { ExaminationsProps } from '../resources/pages/examinations/index.props.js'
import type { PermitsProps } from '../resources/pages/permits/index.props.js'
import type { ConveyanceNewProps } from '../resources/pages/conveyances/new.props.js'
import type { ConveyanceShowProps } from '../resources/pages/conveyances/show.props.js'
import type { DrawsProps } from '../resources/pages/draws/index.props.js'
import type { DrawDayProps } from '../resources/pages/draws/show.props.js'
import type { ErrorPageProps } from '../resources/pages/errors/error.props.js'
import type { EventsProps } from '../resources/pages/events/index.props.js'
import type { FilerQuestionsProps } from '../resources/pages/filer/questions/index.props.js'
import type { FilerQuestionProps } from '../resources/pages/filer/questions/show.props.js'
import type { FilerSignInProps } from '../resources/pages/filer/sign_in.props.js'
import type { InspectionsProps } from '../resources/pages/inspections/index.props.js'
import type { InspectionShowProps } from '../resources/pages/inspections/show.props.js'
import type { IntegrityProps } from '../resources/pages/integrity/index.props.js'
import type { MessagesProps } from '../resources/pages/messages/index.props.js'
import type { MessageShowProps } from '../resources/pages/messages/show.props.js'
import type { NotificationsProps } from '../resources/pages/notifications/index.props.js'
import type { NotificationRulesProps } from '../resources/pages/notifications/rules.props.js'
import type { OutcomesProps } from '../resources/pages/outcomes/index.props.js'
import type { AdministrationsProps } from '../resources/pages/platform/administrations.props.js'
import type { MailProps } from '../resources/pages/platform/mail.props.js'
import type { OperatorSignInProps } from '../resources/pages/platform/sign_in.props.js'
import type { HandoverProps } from '../resources/pages/handover/index.props.js'
import type { HoldsProps } from '../resources/pages/privacy/holds.props.js'
import type { SubjectRequestProps } from '../resources/pages/privacy/request.props.js'
import type { SubjectRequestsProps } from '../resources/pages/privacy/requests.props.js'
import type { RetentionProps } from '../resources/pages/privacy/retention.props.js'
import type { PartiesProps } from '../resources/pages/parties/index.props.js'
import type { PartyShowProps } from '../resources/pages/parties/show.props.js'
import type { PluginPageShown } from '../resources/pages/plugins/page.props.js'
import type { ProfilesProps } from '../resources/pages/profiles/index.props.js'
import type { ProfileShowProps } from '../resources/pages/profiles/show.props.js'
import type { ReferralsProps } from '../resources/pages/referrals/index.props.js'
import type { ReferralShowProps } from '../resources/pages/referrals/show.props.js'
import type { ReferenceListsProps } from '../resources/pages/reference_lists/index.props.js'
import type { ReferenceListShowProps } from '../resources/pages/reference_lists/show.props.js'
import type { AccountProps } from '../resources/pages/session/account.props.js'
import type { EnrolProps } from '../resources/pages/session/enrol.props.js'
import type { ForgotProps } from '../resources/pages/session/forgot.props.js'
import type { NotMeProps } from '../resources/pages/session/not_me.props.js'
import type { RecoveryCodesProps } from '../resources/pages/session/recovery_codes.props.js'
import type { ResetProps } from '../resources/pages/session/reset.props.js'
import type { SecondFactorProps } from '../resources/pages/session/second_factor.props.js'
import type { InvitationProps } from '../resources/pages/session/invitation.props.js'
import type { SessionsProps } from '../resources/pages/session/sessions.props.js'
import type { SignInProps } from '../resources/pages/session/sign_in.props.js'
import type { TriageProps } from '../resources/pages/triage/index.props.js'
import type { UploadsNewProps } from '../resources/pages/uploads/new.props.js'
import type { WatchListsProps } from '../resources/pages/watch_lists/index.props.js'
import type { WatchListShowProps } from '../resources/pages/watch_lists/show.props.js'

/** Props as JSON: an interface is given the index signature that a plain record has. */
type Json<T> = { [K in keyof T]: T[K] extends object | null | undefined ? Json<T[K]> : T[K] }

/**
 * Every page and what it is given. A controller that leaves out a prop, or renders a page that
 * does not exist, does not compile. Type-only: the one place where the server looks at `resources`.
 */
declare module '@adonisjs/inertia/types' {
  interface InertiaPages {
    'administration/filers': Json<FilersProps>
    'administration/notifications': Json<AdministrationNotificationsProps>
    'administration/places/agency': Json<AgencyProps>
    'administration/places/index': Json<PlacesProps>
    'administration/places/site': Json<SiteProps>
    'administration/places/unit': Json<UnitProps>
    'administration/plugins/index': Json<PluginsProps>
    'administration/plugins/show': Json<PluginShowProps>
    'administration/questions': Json<QuestionTermsProps>
    'administration/roles/index': Json<RolesProps>
    'administration/roles/show': Json<RoleShowProps>
    'administration/travellers': Json<TravellerSwitchProps>
    'administration/senders/index': Json<SendersProps>
    'administration/senders/show': Json<SenderShowProps>
    'administration/systems/index': Json<SystemsProps>
    'administration/systems/once': Json<OnceProps>
    'administration/systems/show': Json<SystemShowProps>
    'administration/users/index': Json<UsersProps>
    'administration/users/show': Json<UserShowProps>
    'administration/who': Json<WhoProps>
    'administration/workflows/show': Json<WorkflowProps>
    'arrivals/index': Json<ArrivalsProps>
    'capacity/index': Json<CapacityProps>
    'audit/index': Json<AuditProps>
    'cases/index': Json<CasesProps>
    'cases/show': Json<CaseShowProps>
    'consignments/show': Json<ConsignmentShowProps>
    'conveyances/new': Json<ConveyanceNewProps>
    'conveyances/show': Json<ConveyanceShowProps>
    'declarations/index': Json<DeclarationsProps>
    'examinations/index': Json<ExaminationsProps>
    'permits/index': Json<PermitsProps>
    'dev/components': Record<string, never>
    'draws/index': Json<DrawsProps>
    'draws/show': Json<DrawDayProps>
    'errors/forbidden': Json<ErrorPageProps>
    'errors/not_found': Json<ErrorPageProps>
    'errors/server_error': Json<ErrorPageProps>
    'events/index': Json<EventsProps>
    'filer/account': Json<AccountProps>
    'filer/questions/index': Json<FilerQuestionsProps>
    'filer/questions/show': Json<FilerQuestionProps>
    'filer/sign_in': Json<FilerSignInProps>
    'handover/index': Json<HandoverProps>
    'inspections/index': Json<InspectionsProps>
    'inspections/show': Json<InspectionShowProps>
    'integrity/index': Json<IntegrityProps>
    'messages/index': Json<MessagesProps>
    'messages/show': Json<MessageShowProps>
    'notifications/index': Json<NotificationsProps>
    'notifications/rules': Json<NotificationRulesProps>
    'platform/account': Json<AccountProps>
    'outcomes/index': Json<OutcomesProps>
    'platform/administrations': Json<AdministrationsProps>
    'platform/mail': Json<MailProps>
    'platform/sign_in': Json<OperatorSignInProps>
    'parties/index': Json<PartiesProps>
    'parties/show': Json<PartyShowProps>
    'plugins/page': Json<PluginPageShown>
    'privacy/holds': Json<HoldsProps>
    'privacy/request': Json<SubjectRequestProps>
    'privacy/requests': Json<SubjectRequestsProps>
    'privacy/retention': Json<RetentionProps>
    'profiles/index': Json<ProfilesProps>
    'profiles/show': Json<ProfileShowProps>
    'reference_lists/index': Json<ReferenceListsProps>
    'reference_lists/show': Json<ReferenceListShowProps>
    'referrals/index': Json<ReferralsProps>
    'referrals/show': Json<ReferralShowProps>
    'session/account': Json<AccountProps>
    'session/enrol': Json<EnrolProps>
    'session/forgot': Json<ForgotProps>
    'session/not_me': Json<NotMeProps>
    'session/recovery_codes': Json<RecoveryCodesProps>
    'session/reset': Json<ResetProps>
    'session/second_factor': Json<SecondFactorProps>
    'session/invitation': Json<InvitationProps>
    'session/sessions': Json<SessionsProps>
    'session/sign_in': Json<SignInProps>
    'triage/index': Json<TriageProps>
    'uploads/new': Json<UploadsNewProps>
    'watch_lists/index': Json<WatchListsProps>
    'watch_lists/show': Json<WatchListShowProps>
  }
}
