using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Cofferdam.Wire;

namespace Cofferdam.Tests.Kit.Damage;

/// <summary>What a <see cref="MutationRun"/> came across.</summary>
public sealed class MutationCounts
{
    /// <summary>Steps taken.</summary>
    public long Steps { get; set; }

    /// <summary>Refused with digests and signature as they were.</summary>
    public long RefusedInPlace { get; set; }

    /// <summary>Not damaged after all: the same bytes as before.</summary>
    public long Unchanged { get; set; }

    /// <summary>Cut off exactly where optional sections begin, which is allowed.</summary>
    public long Dropped { get; set; }

    /// <summary>Refused with digests that were made right.</summary>
    public long Refused { get; set; }

    /// <summary>Accepted with digests that were made right: another valid policy.</summary>
    public long Accepted { get; set; }

    /// <summary>Of those accepted, the ones whose names could be read too.</summary>
    public long Named { get; set; }

    /// <summary>Signed anew and read once more.</summary>
    public long Resigned { get; set; }

    /// <summary>The longest time of one read.</summary>
    public TimeSpan LongestRead { get; set; }

    /// <summary>The most memory that one read allocated, in bytes.</summary>
    public long MostAllocated { get; set; }

    /// <summary>Errors by their code.</summary>
    public Dictionary<WireErrorCode, long> Errors { get; } = [];

    /// <summary>Lines for people.</summary>
    public override string ToString() => string.Join(Environment.NewLine,
        string.Create(CultureInfo.InvariantCulture, $"{Steps} mutations"),
        string.Create(CultureInfo.InvariantCulture, $"as they are: {RefusedInPlace} refused, {Unchanged} unchanged, {Dropped} only without optional sections"),
        string.Create(CultureInfo.InvariantCulture, $"digests repaired: {Refused} refused, {Accepted} accepted ({Named} with names); {Resigned} also signed"),
        string.Create(CultureInfo.InvariantCulture, $"longest read {LongestRead.TotalMilliseconds:F1} ms; most memory {MostAllocated} bytes"),
        string.Join(", ", Errors.OrderBy(error => error.Key).Select(error => $"{error.Key} {error.Value}")));
}
