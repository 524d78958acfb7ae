import tseslint from 'typescript-eslint'
import vue from 'eslint-plugin-vue'
import vueParser from 'vue-eslint-parser'
import { rooms } from './rooms.js'

/** `src-main/ledger` is reached as `#main/ledger/…`, `shared` as `#shared/…`. */
const door = (room) => `^#${room.replace(/^src-main/, 'main').replace(/^src-renderer/, 'renderer')}/`

const walls = Object.entries(rooms).map(([room, { doors, outside }]) => {
  const open = new Set([room, 'shared', ...doors])
  const message = `${room} has no door there; see rooms.js`
  const shut = Object.keys(rooms).filter((other) => !open.has(other)).map((other) => ({ regex: door(other), message }))
  const allowed = ['^#', '^\\./', ...outside].map((pattern) => `(?!${pattern})`).join('')
  const strangers = { regex: `^${allowed}(?!\\.\\./)`, message }
  const detour = { regex: '(^|/)\\.\\./', message: 'inside a room ./x.ts, across rooms #shared, #main, #renderer' }
  return {
    files: [`${room}/**/*.ts`, `${room}/**/*.vue`],
    rules: { 'no-restricted-imports': ['error', { patterns: [...shut, strangers, ...(hasFloors(room) ? [] : [detour])] }] },
  }
})

/** Rooms with sub-folders may climb inside themselves. */
function hasFloors(room) {
  return ['shared', 'src-main/connectors', 'src-main/importers', 'src-main/ledger', 'src-main/demo-bank', 'src-renderer/features', 'src-renderer/ui', 'src-renderer/app'].includes(room)
}

/** Only platform touches clock and randomness; the window asks the same of its own `api`. */
const EFFECTS = [
  { selector: "NewExpression[callee.name='Date']", message: 'time comes from platform/clock' },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'time comes from platform/clock' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'randomness comes from platform/random' },
]
const ALWAYS = [
  { selector: 'TSEnumDeclaration', message: 'Node runs our .ts unchanged: no enum' },
  { selector: 'ExportDefaultDeclaration', message: 'no default exports' },
]

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'node_modules/', '.cache/', 'test-results/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.ts', '**/*.vue'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parser: vueParser,
      parserOptions: { parser: tseslint.parser, projectService: true, extraFileExtensions: ['.vue'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'no-console': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
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
    files: ['shared/**/*.ts', 'src-main/**/*.ts', 'src-renderer/**/*.{ts,vue}'],
    ignores: ['src-main/platform/**', 'src-renderer/api/**'],
    rules: { 'no-restricted-syntax': ['error', ...ALWAYS, ...EFFECTS] },
  },
  ...walls,
  {
    files: ['src-main/**/*.ts'],
    ignores: ['src-main/ledger/database.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: [{ name: 'better-sqlite3', message: 'only ledger/database.ts opens SQLite', allowTypeImports: true }] }] },
  },
  { files: ['*.config.ts', 'env.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: { 'no-console': 'off', 'no-restricted-syntax': 'off', '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
)
