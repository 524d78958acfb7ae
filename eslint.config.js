import tseslint from 'typescript-eslint'
import vue from 'eslint-plugin-vue'
import vueParser from 'vue-eslint-parser'
import { rooms } from './rooms.js'
import { parser } from './scripts/lib/sources.js'
import { doorsRule } from './scripts/lib/walls.js'

const HOUSE = ['shared/**/*.{ts,vue}', 'src-main/**/*.{ts,vue}', 'src-renderer/**/*.{ts,vue}']

const ALWAYS = [
  { selector: 'TSEnumDeclaration', message: 'Node runs our .ts unchanged: no enum' },
  { selector: 'ExportDefaultDeclaration', message: 'no default exports' },
]

/** Only platform touches clock, randomness and network; the window asks its own `api` for the day, and main for the rest. */
const EFFECTS = [
  { selector: "NewExpression[callee.name='Date'], CallExpression[callee.name='Date']", message: 'time comes from platform/clock' },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'time comes from platform/clock' },
  { selector: "MemberExpression[object.name='performance'][property.name=/^(now|timeOrigin)$/]", message: 'time comes from platform/clock' },
  { selector: "MemberExpression[object.type='MemberExpression'][object.property.name=/^(Date|performance)$/][property.name='now']", message: 'time comes from platform/clock' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'randomness comes from platform/random' },
  { selector: "MemberExpression[object.name='crypto'][property.name=/^(randomUUID|getRandomValues)$/]", message: 'randomness comes from platform/random' },
  { selector: "ImportDeclaration[source.value=/^(node:)?crypto$/] ImportSpecifier[imported.name=/^(random|getRandomValues|webcrypto)/]", message: 'randomness comes from platform/random' },
  { selector: "CallExpression[callee.name='fetch'], NewExpression[callee.name=/^(WebSocket|XMLHttpRequest|EventSource)$/]", message: 'the network is reached through platform/http' },
]

const BRIDGE = { selector: "MemberExpression[object.name=/^(window|globalThis|self)$/][property.name='bridge']", message: 'only src-renderer/api touches the bridge' }

/** TypeScript knows these names everywhere, but the window's sandbox does not have them. */
const NOT_IN_THE_WINDOW = ['process', 'require', 'module', 'Buffer', 'global', '__dirname', '__filename', 'setImmediate']

export default tseslint.config(
  { ignores: ['out/', 'dist/', '**/node_modules/', '.cache/', 'coverage/', 'test-results/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.ts', '**/*.vue'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parser: vueParser,
      parserOptions: { parser, projectService: true, extraFileExtensions: ['.vue'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'no-console': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      'no-restricted-syntax': ['error', ...ALWAYS],
      'vue/no-v-html': 'error',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/require-default-prop': 'off',
      'vue/multi-word-component-names': 'off',
    },
  },
  {
    files: HOUSE,
    plugins: { house: { rules: { doors: doorsRule(rooms) } } },
    rules: { 'house/doors': 'error', 'no-restricted-syntax': ['error', ...ALWAYS, ...EFFECTS, BRIDGE] },
  },
  {
    files: ['src-renderer/**/*.{ts,vue}'],
    rules: { 'no-restricted-globals': ['error', ...NOT_IN_THE_WINDOW.map((name) => ({ name, message: 'the window is a sandboxed page' }))] },
  },
  { files: ['src-main/platform/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...ALWAYS, BRIDGE] } },
  { files: ['src-renderer/api/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...ALWAYS] } },
  { files: [...HOUSE, 'scripts/**/*.js'], rules: { 'max-lines': ['error', 300] } },
  // Forty lines are the aim; a long literal may take a few more. A composable's or store's body is a list of small functions, so
  // the window is left out.
  { files: ['shared/**/*.ts', 'src-main/**/*.ts'], rules: { 'max-lines-per-function': ['error', { max: 45, skipBlankLines: true, skipComments: true }] } },
  { files: ['*.config.ts', 'env.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-console': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // A test may prove that something does not type-check.
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
    },
  },
)
