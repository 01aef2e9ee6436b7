import { Client, fetchExchange, cacheExchange as documentCache, type Exchange } from "@urql/core";
import { cacheExchange as normalizedCache } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { getIntrospectionQuery, print, type IntrospectionQuery } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { claimsOf, denials, tooMany } from "./questions";
import { asked, endpoint, expectAnswer, jnim, plain } from "./server";

let schema: IntrospectionQuery;
beforeAll(async () => {
  schema = (await asked(getIntrospectionQuery())).data;
});

const newClient = (cache: Exchange) =>
  new Client({ url: endpoint, exchanges: [cache, fetchExchange], preferGetMethod: false });

// A cache that knows the schema; what has no id is part of what it stands in.
function ofTheSchema() {
  const keys: Record<string, () => null> = {};
  for (const type of schema.__schema.types) {
    if (type.kind === "OBJECT" && !type.fields.some((field) => field.name === "id")) {
      keys[type.name] = () => null;
    }
  }
  const turned = { claims: relayPagination() };
  return normalizedCache({ schema, keys, resolvers: { Group: turned, Organization: turned, Person: turned } });
}

describe.each([
  ["the normalized cache", ofTheSchema],
  ["the document cache", () => documentCache],
])("with %s", (_, cache) => {
  test("an answer full of interfaces loses nothing", async () => {
    const client = newClient(cache());
    await client.query(denials, {}).toPromise();
    const kept = await client.query(denials, {}, { requestPolicy: "cache-only" }).toPromise();
    const { data } = plain(await asked(print(denials)));
    expect(plain(kept.data)).toEqual(data);
    await expectAnswer("denials", data);
  });

  test("a refusal has its code and its place", async () => {
    const { error } = await newClient(cache()).query(tooMany, {}).toPromise();
    expect(error?.graphQLErrors).toMatchObject([
      { path: ["claims"], extensions: { code: "BAD_INPUT", argument: "first" } },
    ]);
  });
});

// This cache has one list for all pages, which it fills from its two ends.
test("pages are turned from both ends until they meet", async () => {
  const client = newClient(ofTheSchema());
  const turn = async (variables: object) => {
    const { data, error } = await client.query(claimsOf, { actor: jnim, ...variables }).toPromise();
    if (!data?.node || !("claims" in data.node)) {
      throw error ?? new Error("nobody claims anything");
    }
    return data.node.claims;
  };
  const start = await turn({ first: 2 });
  const end = await turn({ last: 2 });
  const onwards = await turn({ first: 2, after: start.pageInfo.endCursor });
  const back = await turn({ last: 2, before: end.pageInfo.startCursor });
  const seen = [start, end, onwards, back].map(({ edges }) => edges.map(({ node }) => node.id));
  await expectAnswer("pages_from_both_ends", seen);
});
