/** The marks that open a code fence at the start of a line; undefined for every other line. */
export const fenceMarks = (line: string): string | undefined => /^(?:`{3,}|~{3,})/.exec(line)?.[0]

/** Does the line close a fence that these marks opened? Only as many of them or more do, alone on their line. */
export const closesFence = (line: string, marks: string): boolean => {
  const end = line.trimEnd()
  return end.startsWith(marks) && fenceMarks(end) === end
}
