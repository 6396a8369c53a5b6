/** Who may import whom. Each rule says why; there is no list of known violations. */
const pure =
  '^src/(measures|dialog-kit|dialog-runner|sleep|worry|low-mood|parenting|panic|thoughts|exposure|summaries)/|^src/record/events|^src/risk/(screen|normalise|types|schema|match|language)'

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle is one module in several files: join them or cut it.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'What nobody imports is deleted.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '^src/main\\.ts$',
          '^src/commands/',
          '\\.d\\.ts$',
          '^src/web/',
          '\\.config\\.',
          '^src/database/jobs\\.ts$',
          // Loaded into a process of its own by `node --import`.
          '^test/helpers/shiftedClock\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'shared-stands-alone',
      comment: 'shared is what everything else stands on.',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { path: '^(src/(?!shared/)|dialogs/)' },
    },
    {
      name: 'pure-folders-have-no-effects',
      comment:
        'Scoring, the screen, the dialog kit and runner give the same answer for the same input: no clock, file, network, randomness.',
      severity: 'error',
      from: { path: pure },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-folders-import-pure-things',
      comment: 'Of shared only calendar day, errors, types; libraries only from the allow-list.',
      severity: 'error',
      from: { path: pure },
      to: {
        pathNot: [
          '^src/(measures|dialog-kit|dialog-runner|risk|sleep|worry|low-mood|parenting|panic|thoughts|exposure|summaries)/',
          '^src/record/events',
          '^src/shared/(calendarDay|errors|json|route)\\.ts$',
          'node_modules/(zod|temporal-polyfill|temporal-utils)',
        ],
      },
    },
    {
      name: 'dialogs-use-only-the-kit',
      comment: "A dialog is a plan in the kit's words; it hands over by id, and its words are content.",
      severity: 'error',
      from: { path: '^dialogs/(?!index)' },
      to: { pathNot: ['^src/dialog-kit/index\\.ts$', 'node_modules/zod'] },
    },
    {
      name: 'dialogs-do-not-import-each-other',
      comment: 'Hand over by id.',
      severity: 'error',
      from: { path: '^dialogs/(?!index)' },
      to: { path: '^dialogs/' },
    },
    {
      name: 'botbuilder-at-the-edge',
      comment: 'The SDK is in maintenance: a move to its successor must stay a few files.',
      severity: 'error',
      from: { pathNot: '^(src/(channels|server)/|src/app\\.ts|src/turn/|test/)' },
      to: { path: 'node_modules/botbuilder', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'botbuilder-types-only-in-turn',
      comment: 'The pipeline knows the shape of an activity and nothing else of the SDK.',
      severity: 'error',
      from: { path: '^src/turn/' },
      to: { path: 'node_modules/botbuilder', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-botbuilder-dialogs',
      comment: 'Its waterfalls resume by index; our runner is our own.',
      severity: 'error',
      from: { pathNot: '^test/bench/' },
      to: { path: 'node_modules/botbuilder-dialogs' },
    },
    {
      name: 'restify-in-server-only',
      comment: 'One HTTP edge.',
      severity: 'error',
      from: { pathNot: '^(src/(server|reference-record)/|test/)' },
      to: { path: 'node_modules/restify/' },
    },
    {
      name: 'openapi-fetch-in-clients-only',
      comment: 'Clients of HTTP APIs live in two places.',
      severity: 'error',
      from: { pathNot: '^(src/(case-record|web)/|test/)' },
      to: { path: 'node_modules/openapi-fetch' },
    },
    {
      name: 'teams-js-in-web-only',
      comment: 'It belongs to the browser.',
      severity: 'error',
      from: { pathNot: '^src/web/' },
      to: { path: 'node_modules/@microsoft/teams-js' },
    },
    {
      name: 'screen-knows-no-dialog',
      comment: 'Risk is screened outside the dialogs: no dialog can see it or switch it off.',
      severity: 'error',
      from: { path: '^src/risk/' },
      to: { path: '^(dialogs/|src/(dialog-kit|dialog-runner|safety-conversation|turn)/)' },
    },
    {
      name: 'case-record-is-written-by-deliveries-only',
      comment: 'Every write goes through the outbox.',
      severity: 'error',
      from: { pathNot: '^(src/(case-record|outbox)/|src/recordSide\\.ts|test/)' },
      to: { path: '^src/case-record/(write|fhir/client)' },
    },
    {
      name: 'reference-record-knows-only-the-contract',
      comment: "It stands for somebody else's system.",
      severity: 'error',
      from: { path: '^src/reference-record/' },
      to: { path: '^src/(?!reference-record/|case-record/(generated|types|digest)|shared/)' },
    },
    {
      name: 'web-knows-only-api-types',
      comment: 'Browser apps share no server code.',
      severity: 'error',
      from: { path: '^src/web/' },
      to: {
        path: '^(src/(?!web/)|dialogs/)',
        pathNot: '^src/dialog-kit/(output|input)\\.ts$|^src/shared/(clock|calendarDay)\\.ts$',
      },
    },
    {
      name: 'files-are-read-at-the-edge',
      comment: 'fs only in content loading, database, commands, web assets and main.',
      severity: 'error',
      from: {
        path: '^(src|dialogs)/',
        pathNot: '^src/(content|database|commands|server|case-record|reference-record|main\\.ts|demonstration)',
      },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    {
      name: 'nothing-imports-main',
      comment: 'main is the only file that runs on import.',
      severity: 'error',
      from: {},
      to: { path: '^src/main\\.ts$' },
    },
    {
      name: 'src-does-not-import-tests',
      comment: 'Tests stand on the code, not under it.',
      severity: 'error',
      from: { path: '^(src|dialogs)/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-development-packages-in-production',
      comment: 'What runs must be in dependencies.',
      severity: 'error',
      from: { path: '^(src|dialogs)/', pathNot: '^src/commands/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
    { name: 'resolvable', comment: 'Every import exists.', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: 'dist|test-output' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
}
