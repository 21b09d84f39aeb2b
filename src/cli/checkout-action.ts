/**
 * The action that lays out the repository, in every workflow that this project writes, runs or recommends: by commit,
 * because a version can be moved.
 */
export const checkoutAction = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1'
