import { expect } from "vitest";

// Where the server is whose answers are looked at.
export const endpoint = `${process.env.CLAIMGRAPH_URL}/graphql`;

// asked sends a question with no client at all: what a client's answer is held against.
export async function asked(query: string, variables: object = {}, of: string = endpoint) {
  const response = await fetch(of, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

// plain leaves out the names of types, which clients add to what they are asked.
export function plain(answer: unknown) {
  return JSON.parse(JSON.stringify(answer, (key, value) => (key === "__typename" ? undefined : value)));
}

// expectAnswer holds an answer against a file of answers/, which clients that
// are asked the same share.
export async function expectAnswer(name: string, answer: unknown) {
  await expect(JSON.stringify(answer, null, 2) + "\n").toMatchFileSnapshot(`${import.meta.dirname}/answers/${name}.json`);
}

// The story of all pagers: somebody opens JNIM's claims behind the third, turns
// on to the end, and then back to the start.
export const jnim = "group:jnim";
export const page = 3;

export async function behindTheThird(): Promise<string> {
  const answer = await asked(`{ group(id: "${jnim}") { claims(first: ${page}) { pageInfo { endCursor } } } }`);
  return answer.data.group.claims.pageInfo.endCursor;
}

// What a reader sees of a list after each turn of a page.
export type Sight = { ids: string[]; earlier: boolean; later: boolean };

type Claims = {
  edges: { node: { id: string } }[];
  pageInfo: { hasPreviousPage: boolean; hasNextPage: boolean };
};

export function sight({ edges, pageInfo }: Claims): Sight {
  return { ids: edges.map((e) => e.node.id), earlier: pageInfo.hasPreviousPage, later: pageInfo.hasNextPage };
}
