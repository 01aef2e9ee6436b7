import { graphql, useLazyLoadQuery, usePaginationFragment } from "react-relay";
import type { ClaimsQuery } from "./__generated__/ClaimsQuery.graphql";
import type { ClaimsTurnQuery } from "./__generated__/ClaimsTurnQuery.graphql";
import type { Claims_actor$key } from "./__generated__/Claims_actor.graphql";

type Props = { actor: string; page: number; after: string };

// Who claims what, opened somewhere in the middle.
export function Claims({ actor, page, after }: Props) {
  const data = useLazyLoadQuery<ClaimsQuery>(
    graphql`
      query ClaimsQuery($actor: ID!, $page: Int!, $after: String) {
        node(id: $actor) {
          ...Claims_actor @alias(as: "actor") @arguments(first: $page, after: $after)
        }
      }
    `,
    { actor, page, after },
  );
  const found = data.node?.actor;
  return found ? <Turned actor={found} page={page} /> : <p>nobody</p>;
}

function Turned({ actor, page }: { actor: Claims_actor$key; page: number }) {
  const { data, hasPrevious, hasNext, loadPrevious, loadNext } = usePaginationFragment<ClaimsTurnQuery, Claims_actor$key>(
    graphql`
      fragment Claims_actor on Actor
      @refetchable(queryName: "ClaimsTurnQuery")
      @argumentDefinitions(
        first: { type: "Int" }
        after: { type: "String" }
        last: { type: "Int" }
        before: { type: "String" }
      ) {
        name
        claims(first: $first, after: $after, last: $last, before: $before) @connection(key: "Claims_claims") {
          edges {
            node {
              id
              kind
            }
          }
        }
      }
    `,
    actor,
  );
  return (
    <section>
      <h1>{data.name}</h1>
      <button disabled={!hasPrevious} onClick={() => loadPrevious(page)}>
        earlier
      </button>
      <ol>
        {data.claims.edges.map(({ node }) => (
          <li key={node.id} id={node.id}>
            {node.kind}
          </li>
        ))}
      </ol>
      <button disabled={!hasNext} onClick={() => loadNext(page)}>
        later
      </button>
    </section>
  );
}
