/** Commands beside linting, which is what happens without one. */
export const commandNames: readonly string[] = [
  'inspect',
  'owners',
  'graph',
  'explain',
  'rules',
  'init',
  'schema',
  'completion',
]
