using System.Collections.Generic;

namespace Cofferdam.Coffer;

/// <summary>What each exit code means, for manual pages and the reference.</summary>
internal static class ExitCodes
{
    public static IReadOnlyList<(int Number, string Meaning)> All { get; } =
    [
        (ExitCode.Ok, "done"),
        (ExitCode.Failed, "failed"),
        (ExitCode.Usage, "the command line cannot be understood"),
        (ExitCode.Denied, "denied by policy"),
        (ExitCode.PolicyInvalid, "the policy or its tests are not valid"),
        (ExitCode.ChangesPending, "something differs (with --exit-code)"),
        (ExitCode.NotTrusted, "not trusted: an image is damaged, not signed, or signed by another key"),
    ];
}
