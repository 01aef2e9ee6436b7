"use strict";

// Asks the server this page came from. GraphiQL's own fetcher would show
// "Unexpected token < in JSON" where a proxy answers, and a stack trace where
// nobody does; a reader should learn what happened instead.
function createAsk(endpoint) {
  return async (question, { headers } = {}) => {
    let response;
    try {
      response = await fetch(endpoint, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          accept: "application/graphql-response+json, application/json;q=0.9",
          ...headers,
        },
        body: JSON.stringify(question),
      });
    } catch {
      return failure(`No answer from ${endpoint}. Is the server still running?`);
    }
    const text = await response.text();
    try {
      return JSON.parse(text);
    } catch {
      return failure(`${endpoint} answered ${response.status}, and not in JSON: ${text.slice(0, 300)}`);
    }
  };
}

function failure(message) {
  return { errors: [{ message }] };
}
