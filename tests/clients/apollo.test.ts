import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";
import { print } from "graphql";
import { filter, firstValueFrom } from "rxjs";
import { expect, test } from "vitest";
import { claimsOf, denials, tooMany } from "./questions";
import implementers from "./generated/possible-types";
import { asked, behindTheThird, endpoint, expectAnswer, jnim, page, plain, sight } from "./server";

function newClient() {
  return new ApolloClient({
    link: new HttpLink({ uri: endpoint }),
    cache: new InMemoryCache({
      possibleTypes: implementers.possibleTypes,
      typePolicies: { Actor: { fields: { claims: relayStylePagination() } } },
    }),
  });
}

test("the cache loses nothing of an answer full of interfaces", async () => {
  const client = newClient();
  await client.query({ query: denials });
  const kept = client.readQuery({ query: denials });
  const { data } = plain(await asked(print(denials)));
  expect(plain(kept)).toEqual(data);
  await expectAnswer("denials", data);
});

test("pages are turned both ways", async () => {
  const reader = newClient().watchQuery({
    query: claimsOf,
    variables: { actor: jnim, first: page, after: await behindTheThird() },
  });
  const told = reader.pipe(filter((result) => result.dataState === "complete"));
  const claims = () => {
    const { data, dataState } = reader.getCurrentResult();
    if (dataState !== "complete" || !data.node || !("claims" in data.node)) {
      throw new Error("nobody claims anything");
    }
    return data.node.claims;
  };
  await firstValueFrom(told);
  const seen = [sight(claims())];
  await reader.fetchMore({ variables: { first: page, after: claims().pageInfo.endCursor } });
  seen.push(sight(claims()));
  await reader.fetchMore({
    variables: { first: null, after: null, last: page, before: claims().pageInfo.startCursor },
  });
  seen.push(sight(claims()));
  await expectAnswer("pages", seen);
});

test("a refusal has its code and its place", async () => {
  const refused = newClient().query({ query: tooMany });
  await expect(refused).rejects.toBeInstanceOf(CombinedGraphQLErrors);
  const { errors } = await refused.catch((problem) => problem);
  expect(errors).toMatchObject([{ path: ["claims"], extensions: { code: "BAD_INPUT", argument: "first" } }]);
});
