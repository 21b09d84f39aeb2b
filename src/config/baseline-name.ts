/** What a baseline is called where nobody says otherwise. */
export const baselineName = 'agent-lint-baseline.json'
