import { configApp } from '@adonisjs/eslint-config'
import { vue as adonisVue } from '@adonisjs/eslint-config/vue'
import vue from 'eslint-plugin-vue'
import { landfall } from './tests/boundaries/rules/main.js'

/** Layout is Prettier's; the linter speaks of meaning only. */
const LAYOUT = [
  '@stylistic/brace-style',
  '@stylistic/comma-dangle',
  '@stylistic/eol-last',
  '@stylistic/max-len',
  '@stylistic/new-parens',
  '@stylistic/no-mixed-spaces-and-tabs',
  '@stylistic/no-multi-spaces',
  '@stylistic/no-multiple-empty-lines',
  '@stylistic/no-trailing-spaces',
  '@stylistic/padded-blocks',
  '@stylistic/rest-spread-spacing',
  '@stylistic/space-before-function-paren',
  '@stylistic/space-in-parens',
  '@typescript-eslint/naming-convention',
  '@typescript-eslint/no-shadow',
  '@unicorn/no-await-expression-member',
  '@unicorn/no-for-loop',
  'arrow-body-style',
  'curly',
  'no-control-regex',
  'one-var',
  'prefer-arrow-callback',
  'prettier/prettier',
]
const off = (...rules) => Object.fromEntries(rules.map((rule) => [rule, 'off']))
const on = (...rules) => Object.fromEntries(rules.map((rule) => [`landfall/${rule}`, 'error']))

const SERVER = ['app/**/*.ts', 'plugins/**/*.ts', 'config/**/*.ts', 'start/**/*.ts', 'database/**/*.ts', 'adonisrc.ts']
const NO_ROOMS = ['app/core/**', 'app/sdk/**', 'app/platform/**']
const PURE = ['app/core/**/*.ts', 'app/sdk/**/*.ts', 'plugins/**/*.ts']
const TESTS = ['tests/**', 'bench/**', 'plugins/*/tests/**', 'app/sdk/testing/**']
const SCREENS = ['resources/**/*.{ts,vue}', 'plugins/*/resources/**/*.{ts,vue}']

/** Where a type varies with each definition and `any` is the honest word for it. */
const VARIANCE_SEAMS = ['app/core/indicators/**', 'app/sdk/**', 'app/core/formats/**']

/** The TypeScript parser that the AdonisJS preset was tried with. */
const { languageOptions: TYPESCRIPT_IN_VUE } = adonisVue.at(-1)

export default configApp(
  { ignores: ['build/**', 'storage/**', 'tmp/**', '.adonisjs/**', 'public/**', 'database/schema.ts', '**/*.d.ts'] },
  { plugins: { landfall }, linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...vue.configs['flat/essential'],
  { files: ['**/*.vue'], languageOptions: TYPESCRIPT_IN_VUE },
  { name: 'layout is left to prettier', rules: off(...LAYOUT) },
  {
    name: 'everywhere',
    files: ['**/*.{ts,js,mjs,vue}'],
    rules: {
      ...on('doors', 'house-words'),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-implied-eval': 'error',
      'no-script-url': 'error',
    },
  },
  {
    name: 'server code',
    files: SERVER,
    ignores: TESTS,
    rules: {
      ...on(
        'no-dropped-verdict',
        'no-unvalidated-input',
        'no-math-random',
        'no-built-pattern',
        'no-egress',
        'no-unheard-commit'
      ),
      '@typescript-eslint/no-explicit-any': 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 300 }],
    },
  },
  { name: 'variance seams', files: VARIANCE_SEAMS, rules: { '@typescript-eslint/no-explicit-any': 'off' } },
  { name: 'one way out', files: ['app/platform/egress/**'], rules: off('landfall/no-egress') },
  {
    name: 'the one transaction',
    files: ['app/platform/database/in_transaction.ts'],
    rules: off('landfall/no-unheard-commit'),
  },
  { name: 'commands talk', files: ['app/**/commands/**'], rules: off('no-console') },
  { name: 'validators read input', files: ['app/**/validators/**'], rules: off('landfall/no-unvalidated-input') },
  { name: 'SQL', files: ['app/**/*.ts'], ignores: [...TESTS, 'app/core/**', 'app/sdk/**'], rules: on('no-built-sql') },
  { name: 'controllers', files: ['app/**/controllers/**/*.ts'], rules: on('authorize-in-controllers') },
  {
    name: 'rooms',
    files: ['app/*/**/*.ts', 'plugins/**/*.ts'],
    ignores: [...TESTS, ...NO_ROOMS],
    rules: on('no-module-store'),
  },
  {
    name: 'pure',
    files: PURE,
    ignores: [...TESTS, 'plugins/*/resources/**'],
    rules: on('no-ambient-world'),
  },
  {
    name: 'screens',
    files: SCREENS,
    rules: {
      ...on('logical-direction', 'no-html-from-text', 'no-math-random'),
      'vue/no-v-html': 'error',
      'vue/no-v-text-v-html-on-component': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/no-bare-strings-in-template': [
        'error',
        {
          allowlist: [
            '(',
            ')',
            ',',
            '.',
            '·',
            '&',
            '+',
            '-',
            '−',
            '=',
            '*',
            '/',
            '#',
            '%',
            '!',
            '?',
            ':',
            '[',
            ']',
            '{',
            '}',
            '<',
            '>',
            '•',
            '→',
            '←',
            '|',
            '…',
            '×',
            '–',
            '—',
            '≥',
            '≤',
            '±',
            'Σ',
            'Landfall',
            'HS',
            '0',
            'IMO',
            'kg',
            'ESC',
            'Ctrl',
            'K',
          ],
          attributes: {
            '/.+/': [
              'title',
              'aria-label',
              'aria-placeholder',
              'aria-description',
              'placeholder',
              'alt',
              'label',
              'description',
              'summary',
            ],
          },
        },
      ],
    },
  },
  { name: 'component catalogue', files: ['resources/pages/dev/**'], rules: off('vue/no-bare-strings-in-template') },
  { name: 'tests', files: ['tests/**/*.ts', 'plugins/*/tests/**/*.ts'], rules: on('no-picked-test') }
)
