using System;
using System.Globalization;

namespace Cofferdam.Bench.Harness;

/// <summary>What a figure should be.</summary>
/// <param name="Text">The goal in words.</param>
/// <param name="IsMet">True for values that meet it.</param>
internal sealed record Goal(string Text, Func<double, bool> IsMet)
{
    /// <summary>None: the figure is there to compare with.</summary>
    public static Goal Context { get; } = new("context", _ => true);

    /// <summary>No more than this.</summary>
    public static Goal AtMost(double limit) => new($"<= {Format(limit)}", value => value <= limit);

    /// <summary>More than this.</summary>
    public static Goal Above(double limit) => new($"> {Format(limit)}", value => value > limit);

    /// <summary>No less than this.</summary>
    public static Goal AtLeast(double limit) => new($">= {Format(limit)}", value => value >= limit);

    /// <summary>Less than this.</summary>
    public static Goal Below(double limit) => new($"< {Format(limit)}", value => value < limit);

    private static string Format(double value) => value.ToString(CultureInfo.InvariantCulture);
}
