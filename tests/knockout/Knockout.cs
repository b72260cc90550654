namespace Cofferdam.Tests.Knockout;

/// <summary>A part of the monitor that can be switched off.</summary>
/// <param name="Number">The number that switches it off.</param>
/// <param name="Kind">What kind of part.</param>
/// <param name="Name">What it is.</param>
/// <param name="Likely">The rule or operation whose tests are the likeliest to notice.</param>
public sealed record Knockout(int Number, KnockoutKind Kind, string Name, string Likely)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Name}";
}
