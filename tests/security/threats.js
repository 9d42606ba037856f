/**
 * The threats of the security design and what stands against each: `tests` names the spec and a part
 * of the title of the test (or of its group) that has to run and pass, `notYet` what does not exist
 * yet and so cannot be attacked. One of both is there for every row; docs/security.md is this table.
 *
 * @typedef {{ id: string, threat: string, tests: readonly (readonly [file: string, title: string])[], notYet?: string }} Threat
 */

const ISOLATION = 'tests/isolation'
const FUNCTIONAL = 'tests/functional'
const SECURITY = 'tests/functional/security'
const UNIT = 'tests/unit'

/** @type {readonly Threat[]} */
export const THREATS = [
  {
    id: 'T01',
    threat: 'Credential stuffing, brute force, lock-out used as a weapon',
    tests: [
      [
        `${FUNCTIONAL}/administration/sign_in.spec.ts`,
        'locks an address out after five failures, and only that address',
      ],
      [`${FUNCTIONAL}/administration/sign_in.spec.ts`, 'answers a wrong password and an unknown person alike'],
      [`${SECURITY}/credentials.spec.ts`, 'passwords are peppered and hashed by scrypt'],
    ],
  },
  {
    id: 'T02',
    threat: 'A password is changed before it is hashed',
    tests: [[`${SECURITY}/credentials.spec.ts`, 'only the exact password opens']],
  },
  {
    id: 'T03',
    threat: 'The second factor is missing, bypassed, replayed or phished',
    tests: [
      ['tests/functional/identity/mfa_gate.spec.ts', 'a password alone reaches nothing of an officer, on any route'],
      ['tests/functional/identity/mfa_gate.spec.ts', 'likewise an operator'],
      ['tests/functional/identity/totp.spec.ts', 'a code opens once, also when many ask at the same time'],
      ['tests/functional/identity/totp.spec.ts', 'a code of an older step is refused'],
    ],
  },
  {
    id: 'T04',
    threat: 'A session is fixed, stolen or never ends',
    tests: [
      [`${SECURITY}/sessions.spec.ts`, 'Security | sessions (T04)'],
      [`${ISOLATION}/live.spec.ts`, 'a stream ends with its session, whoever ends it'],
    ],
  },
  {
    id: 'T05',
    threat: 'Requests forged across sites',
    tests: [
      [`${ISOLATION}/surface.spec.ts`, 'no form without its token has an effect'],
      [`${ISOLATION}/routes_machines.spec.ts`, 'the machine API knows its own token only'],
      [`${ISOLATION}/routes_rightful.spec.ts`, 'no GET has an effect'],
    ],
  },
  {
    id: 'T06',
    threat: 'Headers missing exactly on errors',
    tests: [[`${ISOLATION}/surface.spec.ts`, 'every kind of answer carries the headers']],
  },
  {
    id: 'T07',
    threat: 'Role escalation by an administrator',
    tests: [
      [
        'tests/functional/identity/reset.spec.ts',
        'suspends approvals for a day, tells auditors and the person, ends the sessions',
      ],
      [
        'tests/functional/targeting/authoring/profiles.spec.ts',
        'author and publisher are never one, by policy and by the database',
      ],
    ],
  },
  {
    id: 'T08',
    threat: 'A query outside a tenant context',
    tests: [
      [`${ISOLATION}/catalogue.spec.ts`, 'every relation, function, role and grant is walled'],
      [`${ISOLATION}/context.spec.ts`, 'without a context no table shows a row'],
      [`${ISOLATION}/context.spec.ts`, 'the pool itself is closed outside an administration'],
    ],
  },
  {
    id: 'T09',
    threat: 'Injected SQL sets the tenant itself',
    tests: [
      [`${ISOLATION}/context.spec.ts`, 'a forged or borrowed signature is refused'],
      [`${ISOLATION}/context.spec.ts`, 'set_config inside the pool does not walk into a neighbour'],
    ],
  },
  {
    id: 'T10',
    threat: 'SQL injection',
    tests: [
      [`${ISOLATION}/sqli.spec.ts`, 'T10 sqli_sweep'],
      ['tests/boundaries/lint.spec.ts', 'every house rule has a planted violation'],
    ],
  },
  {
    id: 'T11',
    threat: 'Partitions named directly',
    tests: [[`${ISOLATION}/catalogue.spec.ts`, 'a partition named directly is denied to the app role']],
  },
  {
    id: 'T12',
    threat: 'What a connection keeps reaches the next administration',
    tests: [[`${ISOLATION}/residue.spec.ts`, 'does not reach the next administration']],
  },
  {
    id: 'T13',
    threat: 'Views and definer functions walk around the wall',
    tests: [
      [`${ISOLATION}/roles.spec.ts`, 'definer functions give nothing without a context'],
      [`${ISOLATION}/planted_walls.spec.ts`, 'a view with the rights of its owner'],
    ],
  },
  {
    id: 'T14',
    threat: 'Existence told by unique or foreign keys',
    tests: [
      [`${ISOLATION}/data.spec.ts`, 'the same natural keys live beside each other'],
      [`${ISOLATION}/data.spec.ts`, 'no row hangs on a parent of a neighbour'],
    ],
  },
  { id: 'T15', threat: 'Caches bleed', tests: [[`${ISOLATION}/caches.spec.ts`, 'T15 cache_bleed']] },
  {
    id: 'T16',
    threat: 'Jobs forged or misrouted',
    tests: [[`${ISOLATION}/jobs.spec.ts`, 'Isolation | jobs']],
  },
  {
    id: 'T17',
    threat: 'Ids of others, between administrations and inside one',
    tests: [
      [`${ISOLATION}/routes_ids.spec.ts`, 'ids of a neighbour are not found, in the path, the query and the body'],
      [`${ISOLATION}/routes_ids.spec.ts`, 'a header that names a neighbour changes nothing'],
      [`${ISOLATION}/routes_units.spec.ts`, 'Isolation | right role, wrong unit'],
      [`${FUNCTIONAL}/desk/unit_scope.spec.ts`, 'Unit scope'],
    ],
  },
  {
    id: 'T18',
    threat: 'Live channels nobody registered, streams that outlive the session',
    tests: [
      [`${ISOLATION}/live.spec.ts`, 'each role hears of its own administration what it may read'],
      [`${ISOLATION}/live.spec.ts`, 'an officer of a unit hears of what the unit looks at'],
      [`${ISOLATION}/live.spec.ts`, 'a stream ends with its session, whoever ends it'],
    ],
  },
  {
    id: 'T19',
    threat: 'Any database role may listen',
    tests: [[`${ISOLATION}/live.spec.ts`, 'what is notified holds ids and kinds, whatever happens']],
  },
  {
    id: 'T20',
    threat: 'Files built without a context or given to the wrong person',
    tests: [
      [`${FUNCTIONAL}/intake/messages.spec.ts`, 'gives the bytes as a file, to who may have them'],
      [`${ISOLATION}/blobs.spec.ts`, 'the address of a neighbour leads nowhere'],
    ],
  },
  {
    id: 'T21',
    threat: 'Search, counts and facets tell of others',
    tests: [[`${ISOLATION}/caches.spec.ts`, 'T21 search']],
  },
  {
    id: 'T22',
    threat: 'Leaks through what is shared',
    tests: [
      [`${ISOLATION}/roles.spec.ts`, 'no role but the app reads a tenant relation'],
      [`${ISOLATION}/routes.spec.ts`, 'the console is closed to everybody else'],
    ],
  },
  {
    id: 'T23',
    threat: 'Props of pages tell too much',
    tests: [
      [`${ISOLATION}/surface.spec.ts`, 'every page shares the closed list and nothing else'],
      [`${ISOLATION}/surface.spec.ts`, 'no prop is had by asking for it by its name'],
    ],
  },
  { id: 'T24', threat: 'Mass assignment', tests: [[`${ISOLATION}/mass_assignment.spec.ts`, 'T24 mass_assignment']] },
  {
    id: 'T25',
    threat: 'Pollution of parameters and prototypes',
    tests: [[`${SECURITY}/requests.spec.ts`, 'prototypes are not reached through JSON, forms or queries (T25)']],
  },
  {
    id: 'T26',
    threat: 'Scripts and disguised text in manifests',
    tests: [['tests/browser/xss_canaries.spec.ts', 'T26 xss_canaries']],
  },
  { id: 'T27', threat: 'Injection into PDFs', tests: [], notYet: 'documents made of cargo text' },
  {
    id: 'T28',
    threat: 'Formulas in tables we write',
    tests: [
      ['tests/functional/casework/inspections.spec.ts', 'leaves as CSV that no spreadsheet runs, and the audit knows'],
    ],
  },
  {
    id: 'T29',
    threat: 'Lost updates, double claims, skipped steps',
    tests: [
      ['tests/functional/targeting/desk/alerts.spec.ts', 'one of many who claim at once wins'],
      ['tests/functional/targeting/authoring/profiles.spec.ts', 'of several who publish at once, one wins'],
      ['tests/functional/targeting/authoring/watch_lists.spec.ts', 'of two who change one edition at once, one wins'],
      [
        'tests/functional/casework/order_races.spec.ts',
        'when everybody acts at once, one act wins and nothing is half done',
      ],
      ['tests/functional/casework/order_races.spec.ts', 'move only as the table says, whoever acts'],
    ],
  },
  {
    id: 'T30',
    threat: 'The second person is the first one again',
    tests: [
      [
        `${FUNCTIONAL}/targeting/authoring/profiles.spec.ts`,
        'author and publisher are never one, by policy and by the database',
      ],
      [`${FUNCTIONAL}/targeting/authoring/profiles.spec.ts`, 'an edit meanwhile voids it'],
    ],
  },
  { id: 'T31', threat: 'The random draw is rolled again or foretold', tests: [], notYet: 'the sealed draw' },
  {
    id: 'T32',
    threat: 'A random order is told from a targeted one',
    tests: [
      [
        'tests/functional/casework/indistinguishable.spec.ts',
        'on the page of the inspector, byte for byte, in every state until it is over',
      ],
      ['tests/functional/casework/indistinguishable.spec.ts', 'in the list, the live events and the history'],
    ],
  },
  { id: 'T33', threat: 'Assignment of inspectors is steered', tests: [], notYet: 'assignment by draw' },
  { id: 'T34', threat: 'A compartment of a watch list leaks', tests: [], notYet: 'compartments; every list is open' },
  { id: 'T35', threat: 'A compartment leaks through time', tests: [], notYet: 'compartments; every list is open' },
  { id: 'T36', threat: 'Curiosity', tests: [], notYet: 'canary consignments and person search' },
  {
    id: 'T37',
    threat: 'Bulk exfiltration',
    tests: [
      [
        'tests/functional/casework/export_gate.spec.ts',
        'a file of more lines than one person may take is refused, and so is nothing smaller',
      ],
    ],
    notYet: 'approval by a second person, daily quotas of reading',
  },
  {
    id: 'T38',
    threat: 'The audit is edited',
    tests: [
      [
        'tests/integration/audit/tamper.spec.ts',
        'a chain that was written anew from a number on is refuted by the next anchor',
      ],
      ['tests/integration/audit/tamper.spec.ts', 'an entry put in past the trigger is told'],
      ['tests/integration/audit/sealing.spec.ts', 'entries and seals are written once'],
    ],
  },
  {
    id: 'T39',
    threat: 'The audit is cut short',
    tests: [
      ['tests/integration/audit/tamper.spec.ts', 'cut by 1, by 100, and wholly: the anchors say how far it went'],
      ['tests/integration/audit/sealing.spec.ts', 'at its start the sealer finds a database that was put back'],
    ],
  },
  {
    id: 'T40',
    threat: 'An accomplice dismisses alerts',
    tests: [
      [`${FUNCTIONAL}/targeting/desk/alerts.spec.ts`, 'a high alert is dismissed by a supervisor, not by an analyst'],
    ],
  },
  { id: 'T41', threat: 'False outcomes move weights', tests: [], notYet: 'weights that learn from outcomes' },
  {
    id: 'T42',
    threat: 'A parser is exploited',
    tests: [
      [`${UNIT}/security/sandbox.spec.ts`, 'T42 sandbox'],
      [`${UNIT}/intake/sandboxed/read_apart.spec.ts`, 'T42 large XML'],
    ],
  },
  { id: 'T43', threat: 'Archive bombs', tests: [[`${UNIT}/security/sheet_bomb.spec.ts`, 'T43 archive_bomb']] },
  { id: 'T44', threat: 'Spreadsheet bombs', tests: [[`${UNIT}/security/sheet_bomb.spec.ts`, 'T44 sheet_bomb']] },
  { id: 'T45', threat: 'XML entities and depth', tests: [[`${UNIT}/security/xxe.spec.ts`, 'T45 xxe']] },
  {
    id: 'T46',
    threat: 'Pathological EDIFACT',
    tests: [
      [`${UNIT}/core/formats/fuzz.spec.ts`, 'always ends, never throws'],
      [`${UNIT}/core/formats/limits.spec.ts`, '100 MB without a terminator costs no memory'],
    ],
  },
  {
    id: 'T47',
    threat: 'Tricks with characters',
    tests: [
      [`${UNIT}/core/formats/limits.spec.ts`, 'a flood of NUL bytes stops the reading'],
      [`${ISOLATION}/hostile_json.spec.ts`, 'whatever JSON a request carries, no route fails'],
    ],
  },
  { id: 'T48', threat: 'Patterns that run for ever', tests: [[`${UNIT}/security/patterns.spec.ts`, 'T48 redos']] },
  {
    id: 'T49',
    threat: 'The text of a profile as a program',
    tests: [[`${UNIT}/security/profile_bomb.spec.ts`, 'T49 profile_bomb']],
  },
  {
    id: 'T50',
    threat: 'Uploads that lie',
    tests: [[`${FUNCTIONAL}/intake/messages.spec.ts`, 'gives the bytes as a file, to who may have them']],
  },
  { id: 'T51', threat: 'Photos', tests: [], notYet: 'photos' },
  { id: 'T52', threat: 'SFTP', tests: [], notYet: 'filing by SFTP' },
  { id: 'T53', threat: 'SMTP', tests: [], notYet: 'filing by mail' },
  {
    id: 'T54',
    threat: 'Filings replayed or mixed up',
    tests: [
      ['tests/integration/register/functions.spec.ts', 'nobody changes the document of another filer'],
      [
        'tests/integration/register/functions.spec.ts',
        'an original again with the same content is noted and changes nothing',
      ],
      [`${FUNCTIONAL}/intake/api.spec.ts`, 'a filer bound to its token is the filer'],
    ],
  },
  {
    id: 'T55',
    threat: 'A flood by one filer or administration',
    tests: [['tests/integration/queue/jobs.spec.ts', 'one administration that floods does not hold up another']],
  },
  { id: 'T56', threat: 'A pathological valid manifest', tests: [], notYet: 'budgets of rows and candidates a message' },
  {
    id: 'T57',
    threat: 'Expensive screens',
    tests: [[`${ISOLATION}/residue.spec.ts`, 'the role keeps its limits after the change']],
  },
  {
    id: 'T58',
    threat: 'A filer learns the risk result',
    tests: [[`${SECURITY}/filer_oracle.spec.ts`, 'T58 filer_oracle']],
  },
  {
    id: 'T59',
    threat: 'Support reads beyond consent',
    tests: [],
    notYet: 'support sessions; operators read no cargo at all',
  },
  { id: 'T60', threat: 'Break-glass as a habit', tests: [], notYet: 'support sessions' },
  {
    id: 'T61',
    threat: 'Impersonation blurs who acted',
    tests: [],
    notYet: 'support sessions; nobody signs in as another',
  },
  {
    id: 'T62',
    threat: 'A malicious plugin',
    tests: [
      ['tests/boundaries/lint.spec.ts', 'every door has a planted violation'],
      [
        'tests/unit/platform/plugins/source_faults.spec.ts',
        'a hostile plugin is refused by name: files, environment, network, timer, prototype, settings of another',
      ],
    ],
  },
  {
    id: 'T63',
    threat: 'Output of a plugin as an injection',
    tests: [],
    notYet: 'labels and documents made by plugins; theirs are keys and data that the host prints as text',
  },
  { id: 'T64', threat: 'A stolen phone', tests: [], notYet: 'the field application' },
  { id: 'T65', threat: 'Forged or lost offline work', tests: [], notYet: 'the field application' },
  {
    id: 'T66',
    threat: 'Tokens leaked or too powerful',
    tests: [
      [`${SECURITY}/credentials.spec.ts`, 'tokens have a shape that scanners find, and the database no secret (T66)'],
      [`${FUNCTIONAL}/intake/api.spec.ts`, 'takes no token from the address and asks for its scope'],
    ],
  },
  {
    id: 'T67',
    threat: 'Requests sent where an input says',
    tests: [
      [`${UNIT}/platform/egress/post.spec.ts`, 'addresses inside are refused, however they are written'],
      [
        `${UNIT}/platform/egress/post.spec.ts`,
        'a name that changes after it was looked at leads where it was looked at',
      ],
      [`${FUNCTIONAL}/casework/instructions.spec.ts`, 'without the operator’s word not even this machine is spoken to'],
    ],
  },
  {
    id: 'T68',
    threat: 'Secrets in code, logs and environments',
    tests: [
      [`${UNIT}/security/secrets.spec.ts`, 'T68 secrets'],
      ['tests/integration/bin/start.spec.ts', 'gives web and worker only the secrets they need'],
      ['tests/integration/bin/cluster.spec.ts', 'keeps secrets to its own account and never prints them'],
    ],
  },
  { id: 'T69', threat: 'Backups stolen or changed', tests: [], notYet: 'backups' },
  {
    id: 'T70',
    threat: 'Persons and secrets in logs',
    tests: [
      [`${SECURITY}/logs.spec.ts`, 'Security | logs (T70)'],
      [`${SECURITY}/log_canaries.spec.ts`, 'T70 log_canaries'],
    ],
  },
  {
    id: 'T71',
    threat: 'The supply chain',
    tests: [[`${UNIT}/security/supply.spec.ts`, 'T71 supply']],
  },
  {
    id: 'T72',
    threat: 'Webhooks',
    tests: [
      [
        `${FUNCTIONAL}/casework/instructions.spec.ts`,
        'what was forged, is old or came before is refused by a receiver that follows the guide',
      ],
      [`${FUNCTIONAL}/casework/instructions.spec.ts`, 'two secrets sign while one is changed for another'],
    ],
  },
  { id: 'T73', threat: 'OIDC', tests: [], notYet: 'sign-in by another system' },
  {
    id: 'T74',
    threat: 'A forged host',
    tests: [
      [`${SECURITY}/requests.spec.ts`, 'a forged host appears nowhere (T74)'],
      [`${SECURITY}/requests.spec.ts`, 'no redirect leaves the house'],
    ],
  },
  {
    id: 'T75',
    threat: 'Links of invitation, reset and recovery',
    tests: [
      [
        'tests/functional/identity/reset.spec.ts',
        'the link is good once, looking uses nothing up, and every session ends',
      ],
      [
        'tests/functional/identity/reset.spec.ts',
        'after half an hour, of another purpose or another administration it opens nothing',
      ],
      ['tests/functional/identity/reset.spec.ts', 'an unknown address gets the same answer and no letter'],
    ],
  },
  { id: 'T76', threat: 'Redis', tests: [[`${UNIT}/security/redis_address.spec.ts`, 'T76 redis_config']] },
  {
    id: 'T77',
    threat: 'Open when something fails',
    tests: [
      [`${SECURITY}/fail_closed.spec.ts`, 'T77 fail_closed'],
      [`${ISOLATION}/live.spec.ts`, 'the filter lets through what it should, for every kind and permission'],
    ],
  },
  { id: 'T78', threat: 'Probing through shared signals', tests: [], notYet: 'signals between administrations' },
  {
    id: 'T79',
    threat: 'The embedded database is reached by others of the machine',
    tests: [
      ['tests/integration/bin/cluster.spec.ts', 'answers on its socket alone, in a directory closed to others'],
      ['tests/integration/bin/cluster.spec.ts', 'lets nobody in as superuser'],
    ],
  },
  { id: 'T80', threat: 'Clocks', tests: [], notYet: 'device clocks; the database clock orders everything' },
  {
    id: 'T81',
    threat: 'Mails tell of cases',
    tests: [
      [`${FUNCTIONAL}/notifications/notification_text.spec.ts`, 'every mail in every language holds counts and a link'],
    ],
  },
  {
    id: 'T82',
    threat: 'Translations as injection or bomb',
    tests: [],
    notYet: 'translations edited in the application',
  },
  { id: 'T83', threat: 'Models', tests: [], notYet: 'models' },
  { id: 'T84', threat: 'Imported bundles', tests: [], notYet: 'bundles' },
  { id: 'T85', threat: 'A service worker', tests: [], notYet: 'the field application' },
  { id: 'T86', threat: 'Training and live mixed up', tests: [], notYet: 'training marks' },
  {
    id: 'T87',
    threat: 'A suspended administration lives on',
    tests: [
      [
        `${ISOLATION}/routes_shut_out.spec.ts`,
        'a disabled officer and a suspended administration are shut out at once',
      ],
      [`${ISOLATION}/jobs.spec.ts`, 'a job of an unknown, suspended or absent administration is denied'],
    ],
  },
  {
    id: 'T88',
    threat: 'Commands, metrics and health as side doors',
    tests: [[`${SECURITY}/prod_surface.spec.ts`, 'T88 prod_surface']],
  },
]
