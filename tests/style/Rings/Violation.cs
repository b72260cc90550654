namespace Cofferdam.Tests.Style.Rings;

/// <summary>Something that an assembly does and its ring does not let it do.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Rule">Which rule: direction, package, member, import, unsafe or friend.</param>
/// <param name="What">What it does.</param>
/// <param name="Help">What to do about it.</param>
internal sealed record Violation(string Assembly, string Rule, string What, string Help)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => $"{Assembly}: {Rule}: {What}. {Help}";
}
