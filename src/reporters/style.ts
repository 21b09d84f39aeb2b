/** Puts colour around a text, or does not. */
export type Paint = (text: string) => string

/** The colours of the pretty format, by what they are for. */
export interface Style {
  readonly error: Paint
  readonly warning: Paint
  readonly info: Paint
  readonly rule: Paint
  readonly gutter: Paint
  /** Carets and labels of related locations. */
  readonly related: Paint
  readonly good: Paint
  /** Headings and code of a page. */
  readonly heading: Paint
  readonly code: Paint
}

const unchanged: Paint = (text) => text

/** No colour at all. */
export const plainStyle: Style = {
  error: unchanged,
  warning: unchanged,
  info: unchanged,
  rule: unchanged,
  gutter: unchanged,
  related: unchanged,
  good: unchanged,
  heading: unchanged,
  code: unchanged,
}

/**
 * The style for a stream that shows colour, or does not: the caller decides, nothing is detected here. chalk is loaded
 * only when there is something to colour.
 */
export async function loadStyle(color: boolean): Promise<Style> {
  if (!color) return plainStyle
  const { Chalk } = await import('chalk')
  const chalk = new Chalk({ level: 1 })
  return {
    error: chalk.bold.red,
    warning: chalk.bold.yellow,
    info: chalk.bold.cyan,
    rule: chalk.dim,
    gutter: chalk.dim,
    related: chalk.blue,
    good: chalk.green,
    heading: chalk.bold,
    code: chalk.cyan,
  }
}
