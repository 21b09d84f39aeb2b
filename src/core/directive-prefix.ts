/** What every comment that silences findings starts with: a file without it has none. */
export const directivePrefix = 'agent-lint-'
