// Lets Cedar validate a policy set against its schema. The first line of input has both, as JSON; it and each line after it make Cedar
// parse and validate them from their texts once, and the answer is the number of errors and warnings that it found.
import { createInterface } from 'node:readline';
import { validate } from '@cedar-policy/cedar-wasm/nodejs';

let call;
for await (const line of createInterface({ input: process.stdin })) {
  if (!call) {
    const { schema, policies } = JSON.parse(line);
    call = { schema, policies: { staticPolicies: policies } };
  }
  const answer = validate(call);
  if (answer.type !== 'success') throw new Error(JSON.stringify(answer));
  process.stdout.write(`${answer.validationErrors.length + answer.validationWarnings.length}\n`);
}
