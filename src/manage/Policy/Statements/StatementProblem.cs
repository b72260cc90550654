using Cofferdam.Model.Yaml;

namespace Cofferdam.Policy.Statements;

/// <summary>Why a text is no statement.</summary>
/// <param name="Offset">Where in the text the first wrong word begins, or the text's end.</param>
/// <param name="Expected">What is expected there; empty when nothing may follow.</param>
/// <param name="Found">The wrong word, or null at the end.</param>
/// <param name="Form">What such a statement looks like.</param>
public sealed record StatementProblem(int Offset, string Expected, string? Found, string Form)
{
    /// <inheritdoc/>
    public override string ToString() => (Expected, Found) switch
    {
        ("", { } found) => $"'{Printable.Of(found)}' is a word too many",
        (_, null) => $"{Expected} is missing at its end",
        (_, { } found) => $"{Expected} is expected, not '{Printable.Of(found)}'",
    };
}
