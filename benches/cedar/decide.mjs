// Asks Cedar, with the nearest equal of a policy: types are groups, labels are members of theirs, levels are attributes.
// The first line of input is the policy and the pairs to ask about, as JSON; the answer is a line with a 1 for each pair that is
// allowed and a 0 for each that is not. After that, each line of input makes it ask about all pairs once more.
import { createInterface } from 'node:readline';
import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';

const action = { type: 'Action', id: 'share' };

// Information may move both ways: what each may give away is no more secret than what the other may know, and no less trustworthy
// than what the other relies on.
const flows = `forbid (principal, action, resource) unless {
  resource.secrecyHigh >= principal.secrecyLow && resource.categoriesHigh.containsAll(principal.categoriesLow) &&
  principal.secrecyHigh >= resource.secrecyLow && principal.categoriesHigh.containsAll(resource.categoriesLow) &&
  principal.integrityHigh >= resource.integrityLow && resource.integrityHigh >= principal.integrityLow
};`;

// The two ways to say that labels with a type in common share: a policy for each type, or one policy that compares sets.
const shares = {
  groups: (types) => types.map((type) => `permit (principal in Type::"${type}", action, resource in Type::"${type}");`).join('\n'),
  sets: () => 'permit (principal, action, resource) when { principal.types.containsAny(resource.types) };',
};

const entity = (label, style) => ({
  uid: { type: 'Label', id: label.name },
  parents: style === 'groups' ? label.types.map((type) => ({ type: 'Type', id: type })) : [],
  attrs: {
    types: style === 'sets' ? label.types : [],
    secrecyLow: label.secrecyLow,
    secrecyHigh: label.secrecyHigh,
    categoriesLow: label.categoriesLow,
    categoriesHigh: label.categoriesHigh,
    integrityLow: label.integrityLow,
    integrityHigh: label.integrityHigh,
  },
});

function prepare({ style, types, labels, pairs }) {
  const parsed = preparsePolicySet('policy', { staticPolicies: `${shares[style](types)}\n${flows}` });
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed.errors));
  const entities = labels.map((label) => entity(label, style));
  return pairs.map(([subject, other]) => ({
    principal: entities[subject].uid,
    action,
    resource: entities[other].uid,
    context: {},
    preparsedPolicySetId: 'policy',
    entities: subject === other ? [entities[subject]] : [entities[subject], entities[other]],
  }));
}

function ask(call) {
  const answer = statefulIsAuthorized(call);
  if (answer.type !== 'success' || answer.response.diagnostics.errors.length > 0) throw new Error(JSON.stringify(answer));
  return answer.response.decision === 'allow' ? '1' : '0';
}

let calls;
for await (const line of createInterface({ input: process.stdin })) {
  calls ??= prepare(JSON.parse(line));
  process.stdout.write(`${calls.map(ask).join('')}\n`);
}
