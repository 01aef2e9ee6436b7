// Asked of a server that runs nothing but the documents which codegen wrote.
import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { describe, expect, test } from "vitest";
import answer from "./answers/denials.json";
import implementers from "./generated/possible-types";
import documents from "./generated/persisted-documents.json";
import { denials } from "./questions";
import { asked, expectAnswer, plain } from "./server";

const trusting = process.env.CLAIMGRAPH_TRUSTING_URL;
const endpoint = `${trusting}/graphql`;
const hashOf = (document: unknown) => (document as { __meta__: { hash: string } }).__meta__.hash;

describe.skipIf(!trusting)("where documents are trusted", () => {
  test("one is asked by its hash alone", async () => {
    const client = new ApolloClient({
      link: new PersistedQueryLink({ generateHash: hashOf }).concat(new HttpLink({ uri: endpoint })),
      cache: new InMemoryCache({ possibleTypes: implementers.possibleTypes }),
    });
    const { data } = await client.query({ query: denials });
    await expectAnswer("denials", plain(data));
  });

  test("one is asked by its text", async () => {
    const { data } = await asked(documents[hashOf(denials) as keyof typeof documents], {}, endpoint);
    expect(plain(data)).toEqual(answer); // its fields stand in another order
  });

  test("nothing else is asked", async () => {
    const { data, errors } = await asked("{ claims { totalCount } }", {}, endpoint);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  });
});
