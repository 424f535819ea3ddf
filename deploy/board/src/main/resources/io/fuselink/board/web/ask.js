/* SPDX-License-Identifier: Apache-2.0 */
// The board's interface. A refusal is an Error whose message is a sentence for the reader.

async function answer(response) {
  const said = await response.json();
  if (!response.ok) throw new Error(said.error);
  return said;
}

export const get = async (path) => answer(await fetch(`/api/${path}`));

export const post = async (path, body) =>
  answer(
    await fetch(`/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
