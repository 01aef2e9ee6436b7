import { graphql } from "./generated";

// Who denies what? Actors and responses are interfaces: the fragments on them
// are kept only by a cache that knows who implements them.
graphql(`
  fragment Speaker on Actor {
    id
    name
    ... on Group {
      active {
        attested { earliest latest }
      }
    }
  }
`);

graphql(`
  fragment Said on Assertion {
    id
    asserters { ...Speaker }
    citations {
      locator
      source { id title }
    }
  }
`);

export const denials = graphql(`
  query Denials {
    claims(filter: { disputed: true }) {
      totalCount
      edges {
        match
        node {
          ...Said
          attributedTo { ...Speaker }
          about {
            ... on Attack { id title }
          }
          standing { overall }
          responses {
            nodes {
              ...Said
              degree
              ... on Denial { aspects }
              ... on Doubt { questions }
            }
          }
        }
      }
    }
  }
`);

// What somebody claims, in pages that can be turned both ways.
export const claimsOf = graphql(`
  query ClaimsOf($actor: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    node(id: $actor) {
      id
      ... on Actor {
        claims(first: $first, after: $after, last: $last, before: $before) {
          edges {
            cursor
            node { id kind }
          }
          pageInfo { hasPreviousPage hasNextPage startCursor endCursor }
        }
      }
    }
  }
`);

// More than a page may hold: the server says so.
export const tooMany = graphql(`
  query TooMany {
    claims(first: 500) { totalCount }
  }
`);
