const shownTools = 6

/** The tools of an agent in a cell of a table: `all`, `none`, or the first few. */
export function toolsInWords(tools: readonly string[] | 'all' | 'none'): string {
  if (typeof tools === 'string') return tools
  const shown = tools.slice(0, shownTools).join(', ')
  return tools.length > shownTools ? `${shown} and ${tools.length - shownTools} more` : shown
}
