/** What we read of a node of remark's tree, and no more. Offsets are UTF-16. */
export interface MarkdownNode {
  readonly type: string
  readonly children?: readonly MarkdownNode[] | undefined
  readonly value?: string | undefined
  /** A heading's level. */
  readonly depth?: number | undefined
  /** The words behind a fence: the first, and the rest. */
  readonly lang?: string | null | undefined
  readonly meta?: string | null | undefined
  readonly position?: NodePosition | undefined
}

export interface NodePosition {
  readonly start: { readonly offset?: number | undefined }
  readonly end: { readonly offset?: number | undefined }
}
