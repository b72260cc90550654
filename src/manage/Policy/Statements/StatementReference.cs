namespace Cofferdam.Policy.Statements;

/// <summary>The reference page of statements.</summary>
public static class StatementReference
{
    /// <summary>The page as Markdown.</summary>
    public static string Page =>
        $"""
        <!-- From src/manage/Policy/Statements by coffer man --reference statements: change that, not this page. -->

        # Statements

        One language for the tests of a policy, for `coffer explain`, and for what plans print. Words are separated by blanks.

        ```ebnf
        {StatementParser.Grammar}
        ```

        | Statement | Asks |
        |---|---|
        | `start LABEL [on HOST]` | may a machine of this label start there |
        | `resume LABEL [on HOST]` | may a machine of this label that was saved there be resumed |
        | `attach FIXTURE to LABEL [for read\|write]` | may a machine of this label, whether it runs yet or not, be given this volume, network, device or console; to write unless it says read |
        | `connect LABEL to LABEL vsock PORT` | may the first open a connection to the second on this port |
        | `connect LABEL to LABEL memory [one-way]` | may the first open a window of shared memory with the second; one-way: written by the first only |
        | `flow LABEL to LABEL` | may information move directly from the first to the second, by anything: sharing, or a channel that either may open |

        `HOST` is a name under `policy.hosts`, or `default` for every host that is not listed; without `on`, the default entry is meant where there
        is one. Where there is none, attachments, connections and windows are allowed when they are on some listed host. Machines are of the label named, on that host; a connection or window asks that both ends can run there beside what is given.

        | Given | Says |
        |---|---|
        | `LABEL runs` | a machine of this label runs on the host |
        | `LABEL is paused` | one has run there and is paused: it is present |
        | `LABEL is saved` | one has run there, was saved and wiped from memory: only walls with history count it |
        | `LABEL was here` | one has run there and was destroyed: only walls with history count it |
        | `FIXTURE is attached to LABEL` | the fixture has been given to the machine of this label |

        In `policy.tests`, each test has `allow` or `deny` with a statement, `given` with a list of what is so before, and `rule` with what must
        decide: an id of [rules.md](rules.md) (`sharing` also where it grants), for conflict sets and channels followed by a dot and the name, such as `conflicts.competitors`.

        """;
}
