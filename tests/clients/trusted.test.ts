// Asked of a server that runs nothing but the documents which codegen wrote.
import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { expect, test } from "vitest";
import answer from "./answers/denials.json";
import implementers from "./generated/possible-types";
import documents from "./generated/persisted-documents.json";
import { denials } from "./questions";
import { asked, endpoint, expectAnswer, plain } from "./server";

const hashOf = (document: unknown) => (document as { __meta__: { hash: string } }).__meta__.hash;

test("a document is asked by its hash alone", async () => {
  const client = new ApolloClient({
    link: new PersistedQueryLink({ generateHash: hashOf }).concat(new HttpLink({ uri: endpoint })),
    cache: new InMemoryCache({ possibleTypes: implementers.possibleTypes }),
  });
  const { data } = await client.query({ query: denials });
  await expectAnswer("denials", plain(data));
});

test("a document is asked by its text", async () => {
  const { data } = await asked(documents[hashOf(denials) as keyof typeof documents]);
  expect(plain(data)).toEqual(answer); // its fields stand in another order
});

test("nothing else is", async () => {
  const { data, errors } = await asked("{ claims { totalCount } }");
  expect(data).toBeUndefined();
  expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
});
