using Cofferdam.PolicyImage;

namespace Cofferdam.Coffer.Commands;

/// <summary>The project that coffer init makes.</summary>
internal static class InitTemplate
{
    public static string Text(string name, Digest officer) =>
        $$"""
        # A Cofferdam project. Check it with: coffer check
        coffer: 1

        policy:                              # owned and signed by the policy officer
          name: {{name}}
          serial: 1
          unlabeled: deny
          workloads:                         # each is a type, and a label of the same name
            web:      {mark: "W", color: blue}
            database: {mark: "D", color: green}
            partner:  {mark: "P", color: orange}
          conflicts:                         # may not be present together
            outsiders: {of: [database, partner], scope: host, why: "the partner's machines stay off the hosts of our data"}
          channels:                          # the only ways between labels that share no type
            query: {from: web, to: database, kind: {vsock: 5432}, why: "the web tier reads the database"}
          hosts:
            default: {runs: [web, database, partner]}
          keys:
            officers: ["sha256:{{officer}}"]
          fixtures:
            records: {volume: database}
          tests:
            - {allow: "start web", given: ["database runs"]}
            - {deny:  "start partner", given: ["database runs"], rule: conflicts.outsiders}
            - {allow: "connect web to database vsock 5432", rule: channels.query}
            - {deny:  "flow partner to database", rule: sharing}
            - {deny:  "attach records to web for read", rule: sharing}

        """;
}
