using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Cofferdam.Model.Diagnostics;

namespace Cofferdam.Tests.Kit.PolicyText;

/// <summary>What a <see cref="ProjectDamageRun"/> came across.</summary>
public sealed class ProjectDamageCounts
{
    /// <summary>Texts checked.</summary>
    public long Texts { get; set; }

    /// <summary>Of those, right in spite of the damage: checked and compiled.</summary>
    public long Accepted { get; set; }

    /// <summary>Tests of policies that ran.</summary>
    public long TestsRun { get; set; }

    /// <summary>Texts by the code of an error or warning that they have.</summary>
    public SortedDictionary<DiagnosticCode, long> Codes { get; } = [];

    /// <summary>Characters of the longest text.</summary>
    public int LongestText { get; set; }

    /// <summary>The longest time of one check.</summary>
    public TimeSpan LongestCheck { get; set; }

    /// <summary>The most memory that one check allocated, in bytes.</summary>
    public long MostAllocated { get; set; }

    /// <summary>The most memory that one check allocated for each character of a text of at least 1,000, in bytes.</summary>
    public double MostAllocatedPerCharacter { get; set; }

    /// <summary>Lines for people.</summary>
    public override string ToString() => string.Join(Environment.NewLine,
        string.Create(CultureInfo.InvariantCulture, $"{Texts} texts, {Texts - Accepted} refused, {Accepted} accepted; {TestsRun} tests of policies ran"),
        string.Create(CultureInfo.InvariantCulture, $"longest text {LongestText} characters; longest check {LongestCheck.TotalMilliseconds:F1} ms"),
        string.Create(CultureInfo.InvariantCulture, $"most memory {MostAllocated / 1e6:F1} MB, {MostAllocatedPerCharacter:F0} bytes a character"),
        string.Join(", ", Codes.Select(code => $"{code.Key.Text()} {code.Value}")));
}
